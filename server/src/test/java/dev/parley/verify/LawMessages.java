package dev.parley.verify;

import static dev.parley.verify.LawScene.heard;

import dev.parley.verify.LawScene.Call;
import java.util.List;

/// Scenes of what is said.
final class LawMessages {
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";
  private static final String DELETE = "chat.delete";
  private static final String MARK = "conversations.mark";

  private LawMessages() {}

  static List<LawScene> all() {
    return List.of(
        heard(POST, "first", stage -> post(stage.bob, stage.room(), "hello")),
        heard(POST, "names somebody and everybody", stage -> loud(stage, stage.room())),
        heard(POST, "with something unread", LawMessages::withSomethingUnread),
        heard(POST, "where it is muted", LawMessages::whereItIsMuted),
        heard(POST, "to a person", stage -> post(stage.alice, stage.bob.id, "hello")),
        heard(POST, "where it was put away", LawMessages::whereItWasPutAway),
        heard(POST, "reply", stage -> reply(stage, "false")),
        heard(POST, "broadcast", stage -> reply(stage, "true")),
        heard(POST, "reply of who follows", LawMessages::again),
        heard(
            "chat.meMessage",
            "",
            stage ->
                Call.of(stage.alice, "chat.meMessage", "channel", stage.room(), "text", "is here")),
        heard(UPDATE, "names somebody and everybody", stage -> edit(stage, "hello", "<!here> ")),
        heard(UPDATE, "names nobody any more", stage -> edit(stage, "<!here> ", "hello")),
        heard(UPDATE, "of what has replies and reactions", LawMessages::editsWhatOthersUsed),
        heard(UPDATE, "of a reply", LawMessages::editsAReply),
        heard(DELETE, "", LawMessages::deletes),
        heard(DELETE, "of what names everybody", LawMessages::deletesLoud),
        heard(DELETE, "of a root", stage -> thread(stage, true, false)),
        heard(DELETE, "of a reply", stage -> thread(stage, false, false)),
        heard(DELETE, "of the last reply of a tombstone", stage -> thread(stage, false, true)),
        heard(DELETE, "of what was used", LawMessages::deletesWhatOthersUsed),
        heard(MARK, "forward", stage -> mark(stage, 1)),
        heard(MARK, "to the end", stage -> mark(stage, 2)),
        heard(MARK, "back", LawMessages::marksBack),
        heard("client.conversations.mute", "on", stage -> mute(stage, true)),
        heard("client.conversations.mute", "off", stage -> mute(stage, false)),
        heard("client.threads.follow", "on", stage -> follow(stage, stage.alice, true)),
        heard("client.threads.follow", "off", stage -> follow(stage, stage.bob, false)),
        heard("client.threads.mark", "", LawMessages::marksAThread));
  }

  private static Call post(StoryClient who, String channel, String text) {
    return Call.of(who, POST, "channel", channel, "text", text);
  }

  private static Call loud(LawStage stage, String room) {
    return post(stage.alice, room, "<!here> <@" + stage.bob.id + ">");
  }

  private static Call withSomethingUnread(LawStage stage) throws Exception {
    String room = stage.room();
    String _ = stage.bob.post(room, "hello");
    return post(stage.alice, room, "hello");
  }

  private static Call whereItIsMuted(LawStage stage) throws Exception {
    String room = stage.room();
    stage.does(stage.bob, "client.conversations.mute", "channel", room, "muted", "true");
    return loud(stage, room);
  }

  private static Call whereItWasPutAway(LawStage stage) throws Exception {
    String direct = stage.direct();
    stage.does(stage.bob, "conversations.close", "channel", direct);
    return post(stage.alice, direct, "hello");
  }

  private static Call reply(LawStage stage, String broadcast) throws Exception {
    String room = stage.room();
    String root = stage.bob.post(room, "hello");
    return Call.of(
        stage.alice,
        POST,
        "channel",
        room,
        "thread_ts",
        root,
        "text",
        "<@" + stage.bob.id + ">",
        "reply_broadcast",
        broadcast);
  }

  private static Call again(LawStage stage) throws Exception {
    String room = stage.room();
    String root = stage.bob.post(room, "hello");
    String _ = stage.reply(stage.alice, room, root, "one");
    return Call.of(stage.bob, POST, "channel", room, "thread_ts", root, "text", "two");
  }

  private static Call edit(LawStage stage, String from, String to) throws Exception {
    String room = stage.room();
    String name = "<@" + stage.bob.id + ">";
    String ts = stage.alice.post(room, from.equals("hello") ? from : from + name);
    String text = to.equals("hello") ? to : to + name;
    return Call.of(stage.alice, UPDATE, "channel", room, "ts", ts, "text", text);
  }

  /// A message of Bob with a reply, reactions and a pin, which Alice has saved for later.
  private static String used(LawStage stage, String room) throws Exception {
    String ts = stage.bob.post(room, "hello");
    String _ = stage.reply(stage.alice, room, ts, "a reply");
    String[] it = {"channel", room, "timestamp", ts, "name", "wave"};
    stage.does(stage.alice, "reactions.add", it);
    stage.does(stage.bob, "reactions.add", it);
    stage.does(stage.alice, "pins.add", "channel", room, "timestamp", ts);
    stage.does(stage.alice, "stars.add", "channel", room, "timestamp", ts);
    return ts;
  }

  private static Call editsWhatOthersUsed(LawStage stage) throws Exception {
    String room = stage.room();
    return Call.of(
        stage.bob, UPDATE, "channel", room, "ts", used(stage, room), "text", "good morning");
  }

  private static Call deletesWhatOthersUsed(LawStage stage) throws Exception {
    String room = stage.room();
    return Call.of(stage.bob, DELETE, "channel", room, "ts", used(stage, room));
  }

  private static Call editsAReply(LawStage stage) throws Exception {
    String room = stage.room();
    String root = stage.bob.post(room, "hello");
    String ts = stage.reply(stage.alice, room, root, "one");
    String text = "<@" + stage.bob.id + ">";
    return Call.of(stage.alice, UPDATE, "channel", room, "ts", ts, "text", text);
  }

  private static Call deletes(LawStage stage) throws Exception {
    String room = stage.room();
    String ts = stage.alice.post(room, "hello");
    String _ = stage.alice.post(room, "hello again");
    return Call.of(stage.alice, DELETE, "channel", room, "ts", ts);
  }

  private static Call deletesLoud(LawStage stage) throws Exception {
    String room = stage.room();
    String ts = stage.alice.post(room, "<!channel> <@" + stage.bob.id + ">");
    return Call.of(stage.alice, DELETE, "channel", room, "ts", ts);
  }

  private static Call thread(LawStage stage, boolean ofRoot, boolean isTombstone) throws Exception {
    String room = stage.room();
    String root = stage.bob.post(room, "hello");
    String reply = stage.reply(stage.alice, room, root, "one");
    if (isTombstone) {
      stage.does(stage.bob, DELETE, "channel", room, "ts", root);
    } else {
      String _ = stage.reply(stage.alice, room, root, "two");
    }
    return ofRoot
        ? Call.of(stage.bob, DELETE, "channel", room, "ts", root)
        : Call.of(stage.alice, DELETE, "channel", room, "ts", reply);
  }

  private static Call mark(LawStage stage, int read) throws Exception {
    String room = stage.room();
    String one = stage.alice.post(room, "<!here> one");
    String two = stage.alice.post(room, "<!here> <@" + stage.bob.id + "> two");
    return Call.of(stage.bob, MARK, "channel", room, "ts", read == 1 ? one : two);
  }

  private static Call marksBack(LawStage stage) throws Exception {
    String room = stage.room();
    String one = stage.alice.post(room, "one");
    String _ = stage.alice.post(room, "<!here> two");
    String three = stage.alice.post(room, "three");
    stage.does(stage.alice, DELETE, "channel", room, "ts", three);
    stage.does(stage.bob, MARK, "channel", room, "ts", three);
    return Call.of(stage.bob, MARK, "channel", room, "ts", one);
  }

  private static Call mute(LawStage stage, boolean isMuted) throws Exception {
    String room = stage.room();
    String method = "client.conversations.mute";
    stage.does(stage.bob, method, "channel", room, "muted", Boolean.toString(!isMuted));
    String _ = stage.alice.post(room, "<!here> hello");
    return Call.of(stage.bob, method, "channel", room, "muted", Boolean.toString(isMuted));
  }

  /// Bob follows the thread that he began.
  private static Call follow(LawStage stage, StoryClient who, boolean following) throws Exception {
    String room = stage.room();
    String root = stage.bob.post(room, "hello");
    String _ = stage.reply(stage.bob, room, root, "one");
    return Call.of(
        who,
        "client.threads.follow",
        "channel",
        room,
        "thread_ts",
        root,
        "following",
        Boolean.toString(following));
  }

  private static Call marksAThread(LawStage stage) throws Exception {
    String room = stage.room();
    String root = stage.bob.post(room, "hello");
    String one = stage.reply(stage.alice, room, root, "one");
    String _ = stage.reply(stage.alice, room, root, "two");
    return Call.of(stage.bob, "client.threads.mark", "channel", room, "thread_ts", root, "ts", one);
  }
}
