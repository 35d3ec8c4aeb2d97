package io.wangge.dispatch.reference;

class InMemoryReferenceLibraryTest implements ReferenceLibraryContract {
    @Override
    public ReferenceLibrary empty() {
        return new InMemoryReferenceLibrary();
    }
}
