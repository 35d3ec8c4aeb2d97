package io.wangge.intake.open311;

/** Words in both languages of the product. */
public record Wording(String zh, String en) {
    public String in(boolean chinese) {
        return chinese ? zh : en;
    }
}
