package dev.parley.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of the law test: a method that writes, and a workspace in which it is called once.
///
/// @param title tells the scenes of a method apart; may be empty
/// @param silence why no page learns of it; null if pages do
/// @param scene null for what cannot be called here, which has to be silent
record LawScene(
    String method, String title, @Nullable String silence, LawScene.@Nullable Setting scene) {

  /// Makes what the call is about and tells the call.
  @FunctionalInterface
  interface Setting {
    Call set(LawStage stage) throws Exception;
  }

  /// A call to be made.
  record Call(StoryClient caller, String method, Map<String, String> arguments) {

    /// @param pairs names and values in turn
    static Call of(StoryClient caller, String method, String... pairs) {
      Map<String, String> arguments = new LinkedHashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        arguments.put(pairs[i], pairs[i + 1]);
      }
      return new Call(caller, method, arguments);
    }
  }

  static LawScene heard(String method, String title, Setting scene) {
    return new LawScene(method, title, null, scene);
  }

  static LawScene silent(String method, String why, @Nullable Setting scene) {
    return new LawScene(method, "", why, scene);
  }

  /// A name that no other scene has.
  String name() {
    return title.isEmpty() ? method : method + "." + title.replace(' ', '-');
  }
}
