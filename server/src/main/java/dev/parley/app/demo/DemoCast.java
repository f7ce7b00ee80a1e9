package dev.parley.app.demo;

import dev.parley.api.face.Face;
import dev.parley.core.access.Role;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Who and what there is in the demo's company, as the resources tell it.
record DemoCast(List<Person> people, List<Room> rooms, List<Circle> circles) {

  /// Somebody who works there, or a bot.
  ///
  /// @param tags the groups they belong to, by which rooms and scripts name them
  /// @param statusEmoji with colons, or empty
  /// @param since how many days ago they came; those who were there from the beginning have a
  ///     large number
  /// @param until how many days ago they left, or 0
  record Person(
      String handle,
      String name,
      String title,
      ZoneId zone,
      String pronouns,
      Role role,
      Set<String> tags,
      String statusEmoji,
      String statusText,
      Face face,
      int since,
      int until) {

    boolean isBot() {
      return tags.contains("bot");
    }

    /// Whether they were there some days ago; not on the days on which they came and left.
    boolean wasThere(int daysAgo) {
      return daysAgo + 1 < since && (until == 0 || daysAgo > until);
    }
  }

  /// A channel.
  ///
  /// @param members whom it is made for: tags and handles; `all` for everybody but guests
  /// @param share how many of the messages it gets besides those that its script fixes, in relation
  ///     to others
  /// @param since how many days ago it was made
  /// @param until how many days ago it was archived, or 0
  record Room(
      String name,
      boolean isPrivate,
      String creator,
      Set<String> members,
      int share,
      int since,
      int until,
      String topic,
      String purpose) {}

  /// A group of people that is addressed by one name.
  record Circle(String handle, String name, String description, Set<String> members) {}

  static DemoCast read() {
    return new DemoCast(
        DemoResource.table("people.txt", 11).stream().map(DemoCast::person).toList(),
        DemoResource.table("channels.txt", 8).stream().map(DemoCast::room).toList(),
        DemoResource.table("groups.txt", 4).stream()
            .map(row -> new Circle(row.get(0), row.get(1), row.get(3), words(row.get(2))))
            .toList());
  }

  private static Person person(List<String> row) {
    int space = row.get(7).indexOf(' ');
    return new Person(
        row.get(0),
        row.get(1),
        row.get(2),
        ZoneId.of(row.get(3)),
        row.get(4),
        Role.valueOf(row.get(5).toUpperCase(Locale.ROOT)),
        words(row.get(6)),
        space < 0 ? "" : row.get(7).substring(0, space),
        space < 0 ? "" : row.get(7).substring(space + 1),
        face(row.get(0), row.get(8)),
        Integer.parseInt(row.get(9)),
        Integer.parseInt(row.get(10)));
  }

  /// Hair, its colour, skin, glasses and beard are described; the rest comes from the name.
  private static Face face(String handle, String look) {
    int[] traits = Arrays.stream(look.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    int hash = handle.hashCode() * 0x9e3779b1;
    return new Face(
        look.startsWith("-"),
        (hash >>> 4 & 15) % 12,
        traits[2],
        Math.abs(traits[0]),
        traits[1],
        (hash >>> 8 & 15) % 5,
        (hash >>> 12 & 15) % 12,
        traits[3],
        traits[4],
        (hash >>> 16 & 15) % 4,
        (hash >>> 20 & 15) % 4,
        (hash >>> 24 & 15) % 4);
  }

  private static Room room(List<String> row) {
    String[] days = row.get(5).split(" ", -1);
    return new Room(
        row.get(0),
        row.get(1).equals("private"),
        row.get(2),
        words(row.get(3)),
        Integer.parseInt(row.get(4)),
        Integer.parseInt(days[0]),
        days.length > 1 ? Integer.parseInt(days[1]) : 0,
        row.get(6),
        row.get(7));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Everybody whom a set of tags and handles names, in the order of the list.
  List<Person> named(Set<String> names) {
    return people.stream()
        .filter(
            person ->
                names.contains(person.handle())
                    || person.tags().stream().anyMatch(names::contains)
                    || (names.contains("all") && person.role() != Role.GUEST && !person.isBot()))
        .toList();
  }

  /// Whose company it is.
  Person owner() {
    return people.stream()
        .filter(person -> person.role() == Role.PRIMARY_OWNER)
        .findFirst()
        .orElseThrow();
  }

  Person person(String handle) {
    return people.stream()
        .filter(person -> person.handle().equals(handle))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody is called " + handle));
  }
}
