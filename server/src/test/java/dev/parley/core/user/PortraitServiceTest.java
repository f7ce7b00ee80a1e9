package dev.parley.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.picture.PictureAddress;
import dev.parley.core.picture.PictureService;
import dev.parley.core.picture.Portrait;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The pictures by which people show themselves.
final class PortraitServiceTest extends AcmeTest {
  private final UserService users;
  private final PortraitService portraits;
  private final PictureService pictures;

  PortraitServiceTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
    portraits = new PortraitService(core.commits, core.ids);
    pictures = new PictureService(core.tenants, core.keys);
  }

  private static byte[] png() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var _ = ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private PictureAddress address(UserView user) {
    return PictureAddress.ofFace(acme, user.profile().face()).orElseThrow();
  }

  @Test
  void aPictureIsThereInEverySizeUntilAnotherOrNoneTakesItsPlace() throws Exception {
    Actor guest = new Actor(acme, bob, Role.GUEST, false, new Credential.Token(1, Set.of()));
    UserView first = portraits.set(guest, png(), Optional.empty());
    PictureAddress old = address(first);
    assertThat(Portrait.SIZES).allMatch(size -> pictures.find(old.in(size)).isPresent());
    assertThat(users.get(acme, bob)).isEqualTo(first);

    UserView second = portraits.set(guest, png(), Optional.empty());
    assertThat(Portrait.SIZES).noneMatch(size -> pictures.find(old.in(size)).isPresent());
    assertThat(pictures.find(address(second).in(72))).isPresent();
    assertThat(readBack(StreamKey.of(acme)).getLast())
        .contains("\"type\":\"user_changed\"", "\"avatar_hash\":\"" + second.profile().face());

    UserView none = portraits.delete(guest);
    assertThat(none.profile().face()).isEmpty();
    assertThat(pictures.find(address(second).in(72))).isEmpty();
    assertThat(portraits.delete(guest)).isEqualTo(none);
    assertThat(sealedRows()).isZero();
  }

  @Test
  void whatLiesInTheDatabaseIsSealedAndOfOneWorkspace() throws Exception {
    Actor self = new Actor(acme, alice, Role.MEMBER, false, new Credential.Token(1, Set.of()));
    PictureAddress address = address(portraits.set(self, png(), Optional.empty())).in(48);
    WorkspaceId globex = core.newWorkspace();

    assertThat(sealedRows()).isEqualTo(Portrait.SIZES.size());
    assertThat(pictures.find(new PictureAddress(globex, address.id(), address.key(), 48)))
        .isEmpty();
    assertThat(pictures.find(new PictureAddress(acme, address.id(), "a".repeat(24), 48))).isEmpty();
    assertThat(pictures.find(address.in(49))).isEmpty();
    var _ = portraits.delete(self);
  }

  /// How many rows there are; none shows what kind of picture it holds.
  private int sealedRows() throws Exception {
    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        PreparedStatement rows =
            connection.prepareStatement("select bytes from picture where workspace_id = ?")) {
      rows.setLong(1, acme.value());
      int count = 0;
      try (ResultSet found = rows.executeQuery()) {
        while (found.next()) {
          assertThat(new String(found.getBytes(1), StandardCharsets.ISO_8859_1))
              .doesNotContain("JFIF", "PNG");
          count++;
        }
      }
      return count;
    }
  }
}
