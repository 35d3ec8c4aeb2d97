package io.wangge.intake.desk;

import io.wangge.intake.person.Persons;

class MemoryPersonsTest implements PersonsContract {
    private final MemoryPersons memory = new MemoryPersons();
    private int phones;

    @Override
    public Persons persons() {
        return memory;
    }

    @Override
    public String freshPhone() {
        return "1380000" + (1000 + phones++);
    }
}
