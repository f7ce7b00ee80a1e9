package dev.parley.protocol.view;

/// What somebody says about themselves; sealed where it is stored.
///
/// @param timezone a name of the time zone database, such as `Europe/Vienna`
public record ProfileText(
    String realName,
    String title,
    String phone,
    String statusText,
    String statusEmoji,
    String timezone) {

  /// A profile that says no more than a name.
  public static ProfileText named(String realName) {
    return new ProfileText(realName, "", "", "", "", "Etc/UTC");
  }
}
