package io.wangge.intake.person;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them, brought to one form so that the same phone means the same person. */
public final class PhoneNumber {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-‐–—()./]+");
    /** From a short service number to the longest that E.164 allows (15) with an international prefix. */
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{5,18}");
    /** A mainland mobile number, with or without the country's prefix. */
    private static final Pattern MOBILE = Pattern.compile("(?:\\+86|0086|86)?(1[3-9][0-9]{9})");

    private PhoneNumber() {}

    /**
     * @param written with spaces, dashes, brackets, full-width digits or the prefix +86, as it comes
     * @return digits only, a leading + kept for foreign numbers; empty when it is no phone number
     */
    public static Optional<String> normalise(String written) {
        String bare = SEPARATORS
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
        if (!DIGITS.matcher(bare).matches()) {
            return Optional.empty();
        }
        var mobile = MOBILE.matcher(bare);
        return Optional.of(mobile.matches() ? mobile.group(1) : bare);
    }
}
