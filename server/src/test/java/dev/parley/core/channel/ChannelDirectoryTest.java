package dev.parley.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.channel.ChannelDirectory.Found;
import dev.parley.core.channel.ChannelDirectory.Kind;
import dev.parley.core.channel.ChannelDirectory.Order;
import dev.parley.core.channel.ChannelDirectory.Page;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.FoundChannelView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Public channels are found by their names, and nothing else is.
final class ChannelDirectoryTest extends AcmeTest {
  /// Which names a query means; `match.test.ts` reads it too.
  private static final Path MATCHES = Path.of("src/test/resources/names/matches.json");

  /// Names in their order, those that are equally good together; `titles.test.ts` reads it too.
  private static final Path ORDER = Path.of("src/test/resources/names/order.json");

  private final ChannelDirectory directory;

  ChannelDirectoryTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    directory = new ChannelDirectory(core.keys);
  }

  private record Named(String query, String name, boolean matches) {}

  private Actor actor(WorkspaceId workspace, UserId user, Role role) {
    return new Actor(workspace, user, role, false, new Credential.Session(1));
  }

  private Found found(Actor reader, @Nullable String query, Page page) {
    return core.tenants.read(
        reader.workspace(), handle -> directory.find(handle, reader, query, page));
  }

  private static Page page(Kind kind, Order order, int limit) {
    return new Page(kind, true, order, ChannelPlace.START, limit);
  }

  private List<String> found(Actor reader, @Nullable String query) {
    return found(reader, query, Kind.ANY, Order.BEST);
  }

  private List<String> found(Actor reader, @Nullable String query, Kind kind, Order order) {
    return names(found(reader, query, page(kind, order, 100)).channels());
  }

  private List<String> found(String query) {
    return found(actor(acme, alice, Role.MEMBER), query);
  }

  private static List<String> names(List<FoundChannelView> channels) {
    return channels.stream().map(FoundChannelView::name).toList();
  }

  private ChannelId channel(String name) {
    return core.newChannel(acme, name, bob);
  }

  private void edit(ChannelId channel, ChannelEdit edit) {
    var _ = core.channels.edit(actor(acme, bob, Role.ADMIN), channel, edit);
  }

  @Test
  void theBestNameComesFirst() {
    for (String name :
        List.of(
            "mega-sales", "sales-west", "west-sales", "sales", "wholesales", "s-a-l", "small")) {
      var _ = channel(name);
    }

    assertThat(found("sales"))
        .containsExactly("sales", "sales-west", "mega-sales", "west-sales", "wholesales");
    assertThat(found("Sales  WEST")).containsExactly("sales-west", "west-sales");
    assertThat(found("sal"))
        .containsExactly(
            "sales", "sales-west", "mega-sales", "west-sales", "s-a-l", "wholesales", "small");
    assertThat(found("wles")).containsExactly("wholesales");
    assertThat(found("nothing")).isEmpty();
  }

  @Test
  void aNameIsFoundByWhatThePageFindsItBy() throws Exception {
    List<Named> table =
        JsonMapper.builder()
            .build()
            .readValue(Files.readString(MATCHES), new TypeReference<List<Named>>() {});
    WorkspaceId other = core.newWorkspace();
    UserId carol = core.newUser(other, "carol");
    for (String name : table.stream().map(Named::name).distinct().toList()) {
      var _ = core.newChannel(other, name, carol);
    }
    Actor reader = actor(other, carol, Role.MEMBER);

    assertThat(table)
        .allSatisfy(
            named ->
                assertThat(found(reader, named.query()).contains(named.name()))
                    .isEqualTo(named.matches()));
  }

  @Test
  void whatIsLongerThanANameFindsNothing() {
    String korean = "한".repeat(80);
    var _ = channel(korean);
    var _ = channel("y".repeat(80));
    var _ = channel("ﷺ".repeat(80));

    assertThat(found(korean)).containsExactly(korean);
    assertThat(found("y".repeat(80))).containsExactly("y".repeat(80));
    assertThat(found("ﷺ")).containsExactly("ﷺ".repeat(80));
    assertThat(found("ﷺ".repeat(5))).isEmpty();
    assertThat(ChannelQuery.of("a " + "ﷺ".repeat(198)).isNothing()).isTrue();
  }

  @Test
  void aNameThatLacksOneOfTheWordsIsLookedAtNoFurther() {
    for (int number = 0; number < 20; number++) {
      var _ = channel("gate-" + number);
    }

    assertThat(plan("gate zq"))
        .anyMatch(line -> line.contains("generate_series"))
        .noneMatch(line -> line.contains("generate_series") && line.contains("loops"));
    assertThat(plan("gt"))
        .anyMatch(line -> line.contains("generate_series") && line.contains("loops"));
  }

  /// What the database did to find a query's channels.
  private List<String> plan(String query) {
    ChannelQuery asked = ChannelQuery.of(query);
    return core.tenants.read(
        acme,
        handle ->
            asked
                .bindTo(
                    handle.createQuery(
                        "explain (analyze, timing off) " + ChannelDirectory.SELECT_FOUND))
                .bind("workspace", acme.value())
                .bind("user", alice.value())
                .bind("all", false)
                .bind("mine", false)
                .bind("other", false)
                .bind("archived", true)
                .bind("current", true)
                .bind("order", "BEST")
                .bind("marks", "[x]")
                .bind("after_archived", false)
                .bind("after_rank", Long.MAX_VALUE)
                .bind("after_name", "")
                .bind("limit", 100)
                .mapTo(String.class)
                .list());
  }

  @Test
  void marksDoNotMatterAndSignsMeanThemselves() {
    var _ = channel("café-straße");
    var _ = channel("ﬁnanz_ärger");
    var _ = channel("한국어");
    var _ = channel("x_under_score");

    assertThat(found("CAFE strasse")).containsExactly("café-straße");
    assertThat(found("Café-Straße")).containsExactly("café-straße");
    assertThat(found("fa")).contains("ﬁnanz_ärger");
    assertThat(found("financ")).isEmpty();
    assertThat(found("ARGER")).containsExactly("ﬁnanz_ärger");
    assertThat(found("한국어")).containsExactly("한국어");
    assertThat(found("x_un")).containsExactly("x_under_score");
    for (String odd :
        List.of("", " ", "%", "_%", "\\", "a(", "[x", ".*", "a\\%", "u".repeat(201))) {
      assertThat(found(odd)).as(odd).doesNotContain("café-straße", "한국어");
    }
  }

  @Test
  void privateChannelsAndForeignOnesAreNeverFound() throws Exception {
    var _ = core.channels.create(acme, alice, "hidden-own", true, false);
    var _ = core.channels.create(acme, bob, "hidden-other", true, false);
    var _ = core.channels.open(acme, alice, Set.of(bob));
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    var _ = core.newChannel(globex, "hidden-foreign", mallory);
    var _ = channel("hidden-no-more");

    assertThat(found("hidden")).containsExactly("hidden-no-more");
    assertThat(found(actor(globex, mallory, Role.OWNER), "hidden"))
        .containsExactly("hidden-foreign");
  }

  @Test
  void aChannelThatBecomesPrivateIsNoLongerFoundAndARenamedOneByItsNewName() {
    ChannelId closing = channel("closing");
    ChannelId renamed = channel("old-title");
    edit(closing, new ChannelEdit.Private(true));
    edit(renamed, new ChannelEdit.Name("new-title"));

    assertThat(found("closing")).isEmpty();
    assertThat(found("title")).containsExactly("new-title");
  }

  @Test
  void aGuestFindsThePublicChannelsTheyAreIn() throws Exception {
    UserId guest = core.newUser(acme, "gus", Role.GUEST);
    var _ = core.newChannel(acme, "lobby-shared", bob, guest);
    var _ = channel("lobby-open");

    assertThat(found(actor(acme, guest, Role.GUEST), "lobby")).containsExactly("lobby-shared");
    assertThat(found("lobby")).containsExactly("lobby-open", "lobby-shared");
  }

  @Test
  void archivedOnesComeLastOrNotAtAll() {
    ChannelId archived = channel("attic");
    edit(archived, new ChannelEdit.Topic("boxes"));
    edit(archived, new ChannelEdit.Purpose("what nobody needs"));
    edit(archived, new ChannelEdit.Archived(true));
    var _ = core.newChannel(acme, "attic-stairs", bob, alice);
    Actor reader = actor(acme, alice, Role.MEMBER);

    List<FoundChannelView> all = found(reader, "attic", page(Kind.ANY, Order.BEST, 100)).channels();
    assertThat(names(all)).containsExactly("attic-stairs", "attic");
    assertThat(all.getFirst().isMember()).isTrue();
    assertThat(all.getLast())
        .isEqualTo(
            new FoundChannelView(archived, "attic", "boxes", "what nobody needs", 1, true, false));
    Page current = new Page(Kind.ANY, false, Order.BEST, ChannelPlace.START, 100);
    assertThat(names(found(reader, "attic", current).channels())).containsExactly("attic-stairs");
  }

  @Test
  void theRestOfManyIsFoundPageByPageWhateverComesBefore() {
    for (int number = 10; number < 20; number++) {
      var _ = channel("many-" + number);
    }
    Actor reader = actor(acme, alice, Role.MEMBER);

    Found first = found(reader, "many", page(Kind.ANY, Order.BEST, 6));
    assertThat(names(first.channels())).hasSize(6).endsWith("many-15");
    var _ = channel("many-1");
    edit(first.channels().getFirst().id(), new ChannelEdit.Archived(true));
    ChannelPlace after = ChannelPlace.parse(Objects.requireNonNull(first.next()).text());
    Found rest = found(reader, "many", new Page(Kind.ANY, false, Order.BEST, after, 6));
    assertThat(names(rest.channels())).containsExactly("many-16", "many-17", "many-18", "many-19");
    assertThat(rest.next()).isNull();
  }

  @Test
  void withoutAQueryAllAreToldByTheirNamesInEveryOrderPageByPage() throws Exception {
    WorkspaceId other = core.newWorkspace();
    UserId carol = core.newUser(other, "carol");
    UserId dave = core.newUser(other, "dave");
    Actor reader = actor(other, carol, Role.MEMBER);
    List<String> names =
        List.of(
            "ﾞ",
            "a_b",
            "a-b",
            "a2",
            "a010",
            "a10",
            "aa",
            "ärger",
            "azur",
            "aﷺ",
            "z00000000001",
            "한국어");
    for (String name : names.reversed()) {
      var _ = core.newChannel(other, name, carol);
    }
    var _ = core.newChannel(other, "zoo", carol, dave);
    var _ = core.channels.create(other, carol, "secret", true, false);
    List<String> byName = new ArrayList<>(names);
    byName.add(names.size() - 1, "zoo");

    assertThat(pages(reader, Order.BEST)).isEqualTo(byName);
    assertThat(pages(reader, Order.MEMBERS).getFirst()).isEqualTo("zoo");
    assertThat(pages(reader, Order.MEMBERS).subList(1, 4)).isEqualTo(byName.subList(0, 3));
    assertThat(pages(reader, Order.NEWEST)).containsExactlyInAnyOrderElementsOf(byName);
    assertThat(found(actor(other, dave, Role.GUEST), null)).containsExactly("zoo");
  }

  /// What each page of one tells, with what a cursor holds between them.
  private List<String> pages(Actor reader, Order order) {
    List<String> names = new ArrayList<>();
    for (ChannelPlace after = ChannelPlace.START; after != null; ) {
      Found found = found(reader, null, new Page(Kind.ANY, true, order, after, 1));
      names.addAll(names(found.channels()));
      ChannelPlace next = found.next();
      after = next == null ? null : ChannelPlace.parse(next.text());
    }
    return names;
  }

  @Test
  void namesStandAsThePageHasThem() throws Exception {
    List<String> names =
        JsonMapper.builder()
            .build()
            .readValue(Files.readString(ORDER), new TypeReference<List<List<String>>>() {})
            .stream()
            .flatMap(equal -> equal.stream().sorted())
            .toList();
    // No channel's name has capital letters.
    List<String> small = names.stream().filter(name -> name.equals(lower(name))).toList();
    WorkspaceId other = core.newWorkspace();
    UserId carol = core.newUser(other, "carol");
    for (String name : small.reversed()) {
      var _ = core.newChannel(other, name, carol);
    }
    Actor reader = actor(other, carol, Role.MEMBER);

    assertThat(sorted(names.reversed())).isEqualTo(names);
    assertThat(pages(reader, Order.BEST)).isEqualTo(small);
    assertThat(pages(reader, Order.MEMBERS)).isEqualTo(small);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Names as the database sorts them.
  private List<String> sorted(List<String> names) {
    return core.tenants.read(
        acme,
        handle ->
            handle
                .createQuery(
                    """
                    select name from unnest(:names) name
                     order by name collate title_order, name collate "C"
                    """)
                .bindArray("names", String.class, names)
                .mapTo(String.class)
                .list());
  }

  @Test
  void aPageByNameReadsNoMoreThanIsOnIt() {
    for (int number = 0; number < 300; number++) {
      var _ = channel("leaf-" + number);
    }

    for (Kind kind : List.of(Kind.ANY, Kind.OTHER)) {
      assertThat(planByName(kind, "leaf-150"))
          .as(kind.name())
          .anyMatch(line -> line.contains("Index Scan using channel_title"))
          .anyMatch(line -> line.contains("Index Cond") && line.contains("ROW"))
          .noneMatch(line -> line.contains("Sort"))
          .allMatch(line -> rowsOf(line) <= 10);
    }
  }

  /// How many rows a step of a plan gave.
  private static double rowsOf(String line) {
    Matcher rows = Pattern.compile("actual rows=([0-9.]+)").matcher(line);
    return rows.find() ? Double.parseDouble(rows.group(1)) : 0;
  }

  private List<String> planByName(Kind kind, String after) {
    return core.tenants.read(
        acme,
        handle ->
            handle
                .createQuery("explain (analyze, timing off) " + ChannelDirectory.SELECT_BY_NAME)
                .bind("workspace", acme.value())
                .bind("user", alice.value())
                .bind("mine", false)
                .bind("other", kind == Kind.OTHER)
                .bind("archived", false)
                .bind("current", true)
                .bind("after_archived", false)
                .bind("after_name", after)
                .bind("limit", 10)
                .mapTo(String.class)
                .list());
  }

  @Test
  void byMembersEachIsToldOnceButThoseWhoseNumberChangesInBetween() throws Exception {
    WorkspaceId other = core.newWorkspace();
    UserId carol = core.newUser(other, "carol");
    UserId dave = core.newUser(other, "dave");
    List<ChannelId> channels = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      channels.add(core.newChannel(other, name, carol, dave));
    }
    Actor reader = actor(other, carol, Role.MEMBER);

    Found first = found(reader, null, page(Kind.ANY, Order.MEMBERS, 3));
    var _ = core.memberships.leave(other, channels.get(1), dave);
    var _ = core.memberships.add(other, channels.get(3), carol, core.newUsers(other, "erin", 2));
    ChannelPlace after = ChannelPlace.parse(Objects.requireNonNull(first.next()).text());
    Found rest = found(reader, null, new Page(Kind.ANY, true, Order.MEMBERS, after, 3));

    assertThat(names(first.channels())).containsExactly("a", "b", "c");
    // `b` lost somebody and comes again; `d` has more than `c` now and is told from the start on.
    assertThat(names(rest.channels())).containsExactly("e", "b");
  }

  @Test
  void theNewestComeFirst() throws Exception {
    WorkspaceId other = core.newWorkspace();
    UserId carol = core.newUser(other, "carol");
    ChannelId old = core.newChannel(other, "b-old", carol);
    var _ = core.newChannel(other, "a-new", carol);
    var _ = core.newChannel(other, "c-new", carol);
    String url = core.address.jdbcUrl() + "?currentSchema=parley";
    try (Connection connection =
            DriverManager.getConnection(url, core.address.user(), core.address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update channel set created_at = created_at - interval '1 hour' where id = "
              + old.value());
    }

    assertThat(found(actor(other, carol, Role.MEMBER), null, Kind.ANY, Order.NEWEST))
        .containsExactly("a-new", "c-new", "b-old");
  }

  @Test
  void ownOnesOthersAndArchivedOnesAreToldByThemselves() throws Exception {
    UserId gus = core.newUser(acme, "gus-kinds", Role.GUEST);
    var _ = core.newChannel(acme, "kind-own", alice, gus);
    var _ = channel("kind-other");
    edit(channel("kind-gone"), new ChannelEdit.Archived(true));
    Actor reader = actor(acme, alice, Role.MEMBER);
    Actor guest = actor(acme, gus, Role.GUEST);

    assertThat(found(reader, "kind", Kind.MINE, Order.BEST)).containsExactly("kind-own");
    assertThat(found(reader, "kind", Kind.OTHER, Order.BEST))
        .containsExactly("kind-other", "kind-gone");
    assertThat(found(reader, "kind", Kind.ARCHIVED, Order.BEST)).containsExactly("kind-gone");
    assertThat(found(guest, "kind", Kind.MINE, Order.BEST)).containsExactly("kind-own");
    assertThat(found(guest, "kind", Kind.OTHER, Order.BEST)).isEmpty();
    assertThat(found(guest, "kind", Kind.ARCHIVED, Order.BEST)).isEmpty();
  }

  @Test
  void aPlaceThatNoPageEndedAtIsRefused() {
    for (String odd :
        List.of("", "100", "0 1 ", "2 1 a", "0 x a", "0 1 a\0", "0 -1 a", "0 1 a a")) {
      assertThatThrownBy(() -> ChannelPlace.parse(odd))
          .as(odd)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("invalid_cursor");
    }
  }
}
