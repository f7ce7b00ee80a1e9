package dev.parley.verify;

import static dev.parley.verify.LawScene.heard;
import static dev.parley.verify.LawScene.silent;

import dev.parley.verify.LawScene.Call;
import java.util.List;

/// Scenes of what people put on messages and channels, of groups of people, and of what no page
/// learns
/// of.
final class LawThings {
  private static final String REMINDERS = "reminders are asked for, and told by a message";
  private static final String SESSION = "a page does not show where else one is signed in";

  private LawThings() {}

  static List<LawScene> all() {
    return List.of(
        heard("reactions.add", "", stage -> react(stage, "reactions.add", 0)),
        heard("reactions.add", "of another one", stage -> react(stage, "reactions.add", 1)),
        heard("reactions.remove", "", stage -> react(stage, "reactions.remove", 2)),
        heard("pins.add", "", stage -> pin(stage, "pins.add")),
        heard("pins.remove", "", stage -> pin(stage, "pins.remove")),
        heard(
            "client.drafts.set",
            "",
            stage ->
                Call.of(stage.bob, "client.drafts.set", "channel", stage.room(), "text", "begun")),
        heard("stars.add", "of a message", stage -> star(stage, "stars.add", true)),
        heard("stars.add", "of a channel", stage -> star(stage, "stars.add", false)),
        heard("stars.remove", "of a message", stage -> star(stage, "stars.remove", true)),
        heard("stars.remove", "of a channel", stage -> star(stage, "stars.remove", false)),
        heard("bookmarks.add", "", stage -> link(stage, stage.room())),
        heard("bookmarks.edit", "", stage -> ofLink(stage, "bookmarks.edit", "title", "Cellar")),
        heard("bookmarks.remove", "", stage -> ofLink(stage, "bookmarks.remove")),
        heard(
            "usergroups.create",
            "",
            stage -> Call.of(stage.alice, "usergroups.create", "name", "Cooks")),
        heard("usergroups.update", "", stage -> group(stage, "usergroups.update", "name", "Chefs")),
        heard(
            "usergroups.users.update",
            "",
            stage -> group(stage, "usergroups.users.update", "users", stage.bob.id)),
        heard("usergroups.disable", "", stage -> group(stage, "usergroups.disable")),
        heard("usergroups.enable", "", LawThings::enables));
  }

  /// What changes nothing that a page shows.
  static List<LawScene> allSilent() {
    return List.of(
        silent(
            "auth.revoke",
            "a token is none of what a page shows",
            stage -> Call.of(stage.newcomer(), "auth.revoke")),
        silent(
            "chat.postEphemeral",
            "it is a frame and no event: it is gone with the page",
            stage ->
                Call.of(
                    stage.alice,
                    "chat.postEphemeral",
                    "channel",
                    stage.room(),
                    "user",
                    stage.bob.id,
                    "text",
                    "psst")),
        silent(
            "chat.scheduleMessage",
            "what is to be posted is asked for",
            stage -> schedule(stage, stage.room())),
        silent(
            "chat.deleteScheduledMessage", "what is to be posted is asked for", LawThings::cancel),
        silent("client.sessions.end", SESSION, LawThings::endsASession),
        silent(
            "client.signIn",
            SESSION,
            stage -> {
              String dave = stage.newcomer().id;
              return signIn(stage, dave.isEmpty() ? "" : stage.email());
            }),
        silent("client.signOut", "it ends the page's own session, and the page with it", null),
        silent("client.setUp", "before it there is no workspace of which a page could show", null),
        silent("reminders.add", REMINDERS, LawThings::remind),
        silent("reminders.complete", REMINDERS, stage -> reminder(stage, "reminders.complete")),
        silent("reminders.delete", REMINDERS, stage -> reminder(stage, "reminders.delete")),
        silent(
            "users.setPresence",
            "who is there is asked for",
            stage -> Call.of(stage.bob, "users.setPresence", "presence", "away")));
  }

  /// @param given how many have reacted already
  private static Call react(LawStage stage, String method, int given) throws Exception {
    String room = stage.room();
    String[] it = {"channel", room, "timestamp", stage.alice.post(room, "hello"), "name", "wave"};
    if (given > 0) {
      stage.does(stage.alice, "reactions.add", it);
    }
    if (given > 1) {
      stage.does(stage.bob, "reactions.add", it);
    }
    return Call.of(stage.bob, method, it);
  }

  private static Call pin(LawStage stage, String method) throws Exception {
    String room = stage.room();
    String[] it = {"channel", room, "timestamp", stage.alice.post(room, "hello")};
    if (method.equals("pins.remove")) {
      stage.does(stage.bob, "pins.add", it);
    }
    return Call.of(stage.bob, method, it);
  }

  private static Call star(LawStage stage, String method, boolean ofMessage) throws Exception {
    String room = stage.room();
    String ts = stage.alice.post(room, "hello");
    String[] it =
        ofMessage
            ? new String[] {"channel", room, "timestamp", ts}
            : new String[] {"channel", room};
    if (method.equals("stars.remove")) {
      stage.does(stage.bob, "stars.add", it);
    }
    return Call.of(stage.bob, method, it);
  }

  private static Call link(LawStage stage, String room) {
    return Call.of(
        stage.bob,
        "bookmarks.add",
        "channel_id",
        room,
        "type",
        "link",
        "title",
        "Menu",
        "link",
        "https://menu.test");
  }

  private static Call ofLink(LawStage stage, String method, String... more) throws Exception {
    String room = stage.room();
    Call add = link(stage, room);
    String id = add.caller().ok(add.method(), add.arguments()).path("bookmark").path("id").asText();
    Call call = Call.of(stage.bob, method, more);
    call.arguments().put("channel_id", room);
    call.arguments().put("bookmark_id", id);
    return call;
  }

  private static Call group(LawStage stage, String method, String... more) throws Exception {
    Call call = Call.of(stage.alice, method, more);
    call.arguments().put("usergroup", stage.group());
    return call;
  }

  private static Call enables(LawStage stage) throws Exception {
    String group = stage.group();
    stage.does(stage.alice, "usergroups.disable", "usergroup", group);
    return Call.of(stage.alice, "usergroups.enable", "usergroup", group);
  }

  private static Call schedule(LawStage stage, String room) {
    long later = System.currentTimeMillis() / 1_000 + 3_600;
    return Call.of(
        stage.bob,
        "chat.scheduleMessage",
        "channel",
        room,
        "text",
        "later",
        "post_at",
        Long.toString(later));
  }

  private static Call cancel(LawStage stage) throws Exception {
    String room = stage.room();
    Call add = schedule(stage, room);
    String id =
        add.caller().ok(add.method(), add.arguments()).path("scheduled_message_id").asText();
    return Call.of(
        stage.bob, "chat.deleteScheduledMessage", "channel", room, "scheduled_message_id", id);
  }

  private static Call remind(LawStage stage) {
    return Call.of(stage.bob, "reminders.add", "text", "soup", "time", "in 2 hours");
  }

  private static Call reminder(LawStage stage, String method) throws Exception {
    Call add = remind(stage);
    String id = add.caller().ok(add.method(), add.arguments()).path("reminder").path("id").asText();
    return Call.of(stage.bob, method, "reminder", id);
  }

  private static Call signIn(LawStage stage, String email) {
    return Call.of(stage.alice, "client.signIn", "email", email, "password", LawStage.PASSWORD);
  }

  private static Call endsASession(LawStage stage) throws Exception {
    StoryClient dave = stage.newcomer();
    Call signIn = signIn(stage, stage.email());
    var _ = signIn.caller().ok(signIn.method(), signIn.arguments());
    String session =
        stage.ask(dave, "client.sessions.list").path("sessions").path(0).path("id").asText();
    return Call.of(dave, "client.sessions.end", "session", session);
  }
}
