package io.wangge.dispatch.reference;

/** The reference data in force. */
public interface ReferenceData {
    /**
     * An immutable snapshot, checked before it came into force.
     *
     * @throws io.wangge.kit.directory.DirectoryCopy.DirectoryNotReady while there is none
     */
    Reference current();
}
