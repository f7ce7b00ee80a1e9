package dev.parley.core.usergroup;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One change of a group.
public sealed interface UsergroupEdit {

  /// A group that is not there yet.
  record Create(String name, String handle, String description, List<ChannelId> channels)
      implements UsergroupEdit {

    /// @param handle empty to make it of the name
    /// @throws Refusal `missing_subteam_name`, `name_too_long`, `bad_handle`, `forbidden_handle`,
    ///     `description_too_long`
    public Create(String name, String handle, String description, List<ChannelId> channels) {
      this.name = UsergroupText.name(name);
      this.handle =
          handle.isEmpty() ? UsergroupText.handleOf(this.name) : UsergroupText.handle(handle);
      this.description = UsergroupText.description(description);
      this.channels = List.copyOf(channels);
    }
  }

  /// What a group is called and where it is at home; what is null stays.
  record Describe(
      @Nullable String name,
      @Nullable String handle,
      @Nullable String description,
      @Nullable List<ChannelId> channels)
      implements UsergroupEdit {

    /// @throws Refusal as [Create]
    public static Describe of(
        Optional<String> name,
        Optional<String> handle,
        Optional<String> description,
        Optional<List<ChannelId>> channels) {
      return new Describe(
          name.map(UsergroupText::name).orElse(null),
          handle.map(UsergroupText::handle).orElse(null),
          description.map(UsergroupText::description).orElse(null),
          channels.orElse(null));
    }
  }

  /// Whether it is in use.
  record Enabled(boolean enabled) implements UsergroupEdit {}

  /// Who is in it, all of them.
  record People(List<UserId> users) implements UsergroupEdit {}
}
