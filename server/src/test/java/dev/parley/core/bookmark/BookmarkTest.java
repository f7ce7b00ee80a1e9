package dev.parley.core.bookmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Links that are put up in a channel.
final class BookmarkTest extends AcmeTest {
  private final BookmarkService bookmarks;
  private final BookmarkReader reader;

  BookmarkTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    bookmarks = new BookmarkService(core.tenants, core.commits, core.ids, core.channels);
    reader = new BookmarkReader(core.keys);
  }

  private BookmarkView add(ChannelId channel, String title, String link) {
    return bookmarks.add(acme, channel, alice, title, link, "");
  }

  private List<BookmarkView> of(ChannelId channel) {
    return core.tenants.read(acme, h -> reader.of(h, acme, channel));
  }

  @Test
  void linksAreShownInTheOrderInWhichTheyWereAdded() {
    ChannelId channel = core.newChannel(acme, "links", alice, bob);
    BookmarkView wiki = bookmarks.add(acme, channel, alice, " Wiki ", "https://w.test/a", ":eyes:");
    BookmarkView mail = add(channel, "Mail", "mailto:team@acme.test");

    BookmarkView changed =
        bookmarks.change(
            acme, channel, bob, wiki.id(), Optional.of("Book"), Optional.empty(), Optional.of(""));

    assertThat(of(channel))
        .extracting(BookmarkView::title, BookmarkView::link, BookmarkView::emoji)
        .containsExactly(
            tuple("Book", "https://w.test/a", ""), tuple("Mail", "mailto:team@acme.test", ""));
    assertThat(wiki.title()).isEqualTo("Wiki");
    assertThat(wiki.emoji()).isEqualTo(":eyes:");
    assertThat(changed.updatedBy()).isEqualTo(bob);
    assertThat(changed.updated()).isNotNull();
    assertThat(mail.updated()).isNull();
    assertThat(wiki.id().rank()).isLessThan(mail.id().rank());
  }

  @Test
  void anEmptyEmojiTakesItOffAndTheChannelIsTold() {
    ChannelId channel = core.newChannel(acme, "bare", alice, bob);
    BookmarkId id = bookmarks.add(acme, channel, alice, "Wiki", "https://w.test", ":eyes:").id();

    BookmarkView changed =
        bookmarks.change(
            acme, channel, bob, id, Optional.empty(), Optional.empty(), Optional.of(""));

    assertThat(changed.emoji()).isEmpty();
    assertThat(readBack(StreamKey.of(acme, channel)))
        .filteredOn(event -> event.contains("bookmark_changed"))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("Wiki").doesNotContain("emoji"));
  }

  @Test
  void whatIsToldLaterIsHowItStands() {
    ChannelId channel = core.newChannel(acme, "told", alice, bob);
    BookmarkView secret = add(channel, "classified", "https://secret.test");
    BookmarkView open = add(channel, "first name", "https://open.test");
    var _ =
        bookmarks.change(
            acme, channel, bob, open.id(), Optional.of("new"), Optional.empty(), Optional.empty());
    bookmarks.remove(acme, channel, bob, secret.id());

    assertThat(of(channel)).extracting(BookmarkView::title).containsExactly("new");
    assertThat(readBack(StreamKey.of(acme, channel)))
        .noneMatch(event -> event.contains("classified") || event.contains("first name"))
        .filteredOn(event -> event.contains("bookmark"))
        .satisfiesExactly(
            event -> assertThat(event).contains("bookmark_removed", secret.id().toString()),
            event -> assertThat(event).contains("bookmark_added", "\"new\""),
            event -> assertThat(event).contains("bookmark_changed", "\"new\""),
            event -> assertThat(event).contains("bookmark_removed", secret.id().toString()));
  }

  @Test
  void onlyWebAndMailAddressesAreLinks() {
    ChannelId channel = core.newChannel(acme, "strict-links", alice);
    List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://a.test/x",
            "https:",
            "mailto:nobody",
            "//a.test",
            "not a link",
            "https://a.test/" + "x".repeat(3_000))
        .forEach(link -> assertRefused("invalid_link", () -> add(channel, "x", link)));
    assertThat(of(channel)).isEmpty();
    assertThat(add(channel, "x", "HTTPS://a.test/?q=%20#top").link()).startsWith("HTTPS");
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    ChannelId channel = core.newChannel(acme, "strict", alice);
    ChannelId other = core.newChannel(acme, "other", alice);
    BookmarkId id = add(channel, "x", "https://a.test").id();

    assertRefused("invalid_arguments", () -> add(channel, "  ", "https://a.test"));
    assertRefused("invalid_arguments", () -> add(channel, "x".repeat(256), "https://a.test"));
    assertRefused(
        "invalid_emoji", () -> bookmarks.add(acme, channel, alice, "x", "https://a.test", "eyes"));
    assertRefused("not_in_channel", () -> bookmarks.remove(acme, channel, bob, id));
    assertRefused("not_found", () -> bookmarks.remove(acme, other, alice, id));
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    ChannelId foreign = core.newChannel(globex, "general", mallory);
    assertRefused("not_found", () -> bookmarks.remove(globex, foreign, mallory, id));
    assertRefused("channel_not_found", () -> bookmarks.remove(globex, channel, mallory, id));
    bookmarks.remove(acme, channel, alice, id);
    assertRefused("not_found", () -> bookmarks.remove(acme, channel, alice, id));
  }

  @Test
  void aChannelHasAHundredLinksAndNoneIsReadableInTheDatabase() {
    ChannelId channel = core.newChannel(acme, "full", alice);
    for (int i = 0; i < 100; i++) {
      var _ = add(channel, "secret plan", "https://secret.test");
    }

    assertRefused("too_many_bookmarks", () -> add(channel, "x", "https://a.test"));
    List<byte[]> texts =
        core.tenants.read(
            acme,
            h ->
                h.createQuery("select title || link from bookmark where channel_id = :channel")
                    .bind("channel", channel.value())
                    .mapTo(byte[].class)
                    .list());
    assertThat(texts)
        .hasSize(100)
        .noneMatch(text -> new String(text, StandardCharsets.ISO_8859_1).contains("secret"));
  }

  private static void assertRefused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
