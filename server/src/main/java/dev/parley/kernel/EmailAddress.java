package dev.parley.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address, in the one form in which it is compared: without blanks around it, in lower
/// case.
public record EmailAddress(String value) {
  private static final int MAX = 254;
  private static final Pattern FORM = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+");

  public EmailAddress {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /// Parses what somebody typed; anything that cannot be an address is an empty result.
  public static Optional<EmailAddress> parse(String text) {
    String normal = text.strip().toLowerCase(Locale.ROOT);
    return isWellFormed(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
  }

  private static boolean isWellFormed(String text) {
    return text.length() <= MAX
        && FORM.matcher(text).matches()
        && text.equals(text.strip().toLowerCase(Locale.ROOT));
  }

  /// The part before the at sign.
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /// Says nothing of the address, so that it cannot reach a log.
  @Override
  public String toString() {
    return "EmailAddress[…]";
  }
}
