package dev.parley.core.user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.storage.keys.Sealer;
import org.jspecify.annotations.Nullable;

/// The sealed columns of a person's row: profile and address, each bound to its row.
final class ProfileCodec {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ProfileCodec() {}

  static byte[] sealProfile(Sealer sealer, WorkspaceId workspace, UserId user, ProfileText text) {
    try {
      return sealer.seal(MAPPER.writeValueAsBytes(text), profilePlace(workspace, user));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile cannot be written", e);
    }
  }

  static ProfileText openProfile(
      Sealer sealer, WorkspaceId workspace, UserId user, byte @Nullable [] sealed) {
    if (sealed == null) {
      return ProfileText.named("");
    }
    try {
      return MAPPER.readValue(
          sealer.openText(sealed, profilePlace(workspace, user)), ProfileText.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile cannot be read", e);
    }
  }

  static byte[] sealEmail(Sealer sealer, WorkspaceId workspace, UserId user, String email) {
    return sealer.sealText(email, emailPlace(workspace, user));
  }

  static String openEmail(Sealer sealer, WorkspaceId workspace, UserId user, byte[] sealed) {
    return sealer.openText(sealed, emailPlace(workspace, user));
  }

  private static byte[] profilePlace(WorkspaceId workspace, UserId user) {
    return Sealer.place("user_account.profile", workspace.value(), user.value());
  }

  private static byte[] emailPlace(WorkspaceId workspace, UserId user) {
    return Sealer.place("user_account.email", workspace.value(), user.value());
  }
}
