package dev.parley.core.emoji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.PictureService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.EmojiView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A workspace's own emoji.
final class EmojiTest extends AcmeTest {
  private final EmojiService emoji;
  private final PictureService pictures;
  private final Actor admin;
  private final Actor member;

  EmojiTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    emoji = new EmojiService(core.tenants, core.commits, core.ids);
    pictures = new PictureService(core.tenants, core.keys);
    admin = actor(acme, alice, Role.ADMIN);
    member = actor(acme, bob, Role.MEMBER);
  }

  private static Actor actor(WorkspaceId workspace, UserId user, Role role) {
    return new Actor(workspace, user, role, false, new Credential.Token(1, Set.of()));
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var _ = ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static PictureAddress address(EmojiView view) {
    return PictureAddress.parse(Objects.requireNonNull(view.path())).orElseThrow();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void anEmojiHasAPictureAndOtherNamesUntilItIsRemoved() throws Exception {
    byte[] image = png(64, 64);
    EmojiView parrot = emoji.add(member, ":parrot:", image);
    EmojiView bird = emoji.alias(member, "bird", "parrot");
    PictureAddress address = address(parrot);

    assertThat(pictures.find(address).orElseThrow().bytes()).isEqualTo(image);
    assertThat(emoji.all(acme)).extracting(EmojiView::name).contains("bird", "parrot");
    refused("error_name_taken", () -> emoji.add(member, "bird", image));
    refused("no_permission", () -> emoji.rename(member, "bird", "tweet"));
    EmojiView renamed = emoji.rename(admin, "bird", "tweet");
    assertThat(renamed.id()).isEqualTo(bird.id());
    assertThat(renamed.formerName()).isEqualTo("bird");
    refused("emoji_not_found", () -> emoji.remove(member, "bird"));
    EmojiView gone = emoji.remove(member, "parrot");
    assertThat(gone.isRemoved()).isTrue();
    assertThat(pictures.find(address)).isEmpty();
    EmojiView again = emoji.add(admin, "parrot", image);
    assertThat(again.id()).isNotEqualTo(parrot.id());
    refused("no_permission", () -> emoji.remove(member, "parrot"));
    assertThat(readBack(StreamKey.of(acme)).toString())
        .contains("emoji_changed", "\"removed\":true", "\"name\":\"tweet\"", again.path())
        .doesNotContain(parrot.path());
  }

  @Test
  void whatIsNoPictureOrTooBigIsRefused() throws Exception {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(png(8, 8), 12);
    byte[] long_ = java.util.Arrays.copyOf(png(8, 8), EmojiService.MAX_BYTES + 1);

    refused("bad_image", () -> emoji.add(member, "x", svg));
    refused("bad_image", () -> emoji.add(member, "x", new byte[0]));
    refused("bad_image", () -> emoji.add(member, "x", cut));
    refused("too_big", () -> emoji.add(member, "x", long_));
    refused("too_big", () -> emoji.add(member, "x", png(EmojiService.MAX_EDGE + 1, 8)));
    refused("invalid_name", () -> emoji.add(member, "Not Small", png(8, 8)));
    refused("user_is_restricted", () -> emoji.add(actor(acme, bob, Role.GUEST), "x", png(8, 8)));
  }

  @Test
  void anotherWorkspaceSeesNothingOfIt() throws Exception {
    WorkspaceId globex = core.newWorkspace();
    UserId carol = core.newUser(globex, "carol");
    EmojiView secret = emoji.add(admin, "secret", png(8, 8));
    PictureAddress own = address(secret);

    assertThat(emoji.all(globex)).isEmpty();
    assertThat(pictures.find(new PictureAddress(globex, own.id(), own.key(), 0))).isEmpty();
    assertThat(pictures.find(new PictureAddress(acme, own.id(), "a".repeat(24), 0))).isEmpty();
    refused(
        "emoji_not_found", () -> emoji.remove(actor(globex, carol, Role.PRIMARY_OWNER), "secret"));
  }
}
