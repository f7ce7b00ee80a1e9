package dev.parley.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what is said where: a file for each channel, and one for all direct and group messages.
final class DemoScripts {
  private static final int DIRECT_SHARE = 0;
  private static final String DIRECT = "direct.txt";

  private DemoScripts() {}

  /// What is said in one conversation.
  ///
  /// @param name the channel's, or the handles of a direct or group message
  /// @param people who is in it at some time
  /// @param share as in [DemoCast.Room]
  record Script(
      String name,
      DemoCast.@Nullable Room room,
      List<DemoCast.Person> people,
      int share,
      List<DemoScene> scenes) {

    /// How many days ago the conversation began.
    int since() {
      return room == null ? DemoPlan.DAYS : room.since();
    }

    /// How many days ago it ended, or 0.
    int until() {
      return room == null ? 0 : room.until();
    }
  }

  static List<Script> read(DemoCast cast) {
    List<Script> scripts = new ArrayList<>();
    for (DemoCast.Room room : cast.rooms()) {
      List<DemoScene> scenes =
          DemoScene.parse(DemoResource.lines("channels/" + room.name() + ".txt"));
      scripts.add(new Script(room.name(), room, cast.named(room.members()), room.share(), scenes));
    }
    direct()
        .forEach(
            (names, lines) -> {
              List<DemoCast.Person> people =
                  Arrays.stream(names.split(" ", -1)).map(cast::person).toList();
              scripts.add(new Script(names, null, people, DIRECT_SHARE, DemoScene.parse(lines)));
            });
    return scripts;
  }

  /// The lines of each direct and group message, by who is in it: `@@@ ann bob`.
  private static Map<String, List<String>> direct() {
    Map<String, List<String>> talks = new LinkedHashMap<>();
    String people = "";
    for (String line : DemoResource.lines(DIRECT)) {
      if (line.startsWith("@@@ ")) {
        people = Arrays.stream(line.substring(4).split(" ", -1)).collect(Collectors.joining(" "));
        var _ = talks.put(people, new ArrayList<>());
      } else if (!people.isEmpty()) {
        talks.getOrDefault(people, new ArrayList<>()).add(line);
      }
    }
    return talks;
  }
}
