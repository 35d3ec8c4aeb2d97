package io.wangge.dispatch.reference;

class InMemoryDraftShelfTest implements DraftShelfContract {
    @Override
    public Shelf emptyShelf() {
        ReferenceLibrary library = new InMemoryReferenceLibrary();
        return new Shelf(new InMemoryDraftShelf(library), library);
    }
}
