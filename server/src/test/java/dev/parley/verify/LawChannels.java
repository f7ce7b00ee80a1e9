package dev.parley.verify;

import static dev.parley.verify.LawScene.heard;

import dev.parley.verify.LawScene.Call;
import java.util.List;

/// Scenes of channels and of who is in them.
final class LawChannels {
  private static final String INVITE = "conversations.invite";
  private static final String OPEN = "conversations.open";

  private LawChannels() {}

  static List<LawScene> all() {
    return List.of(
        heard("conversations.create", "public", stage -> create(stage, "false")),
        heard("conversations.create", "private", stage -> create(stage, "true")),
        heard("conversations.rename", "", stage -> change(stage, "conversations.rename", "name")),
        heard(
            "conversations.setTopic",
            "",
            stage -> change(stage, "conversations.setTopic", "topic")),
        heard("conversations.setTopic", "to nothing", LawChannels::clearsTheTopic),
        heard(
            "conversations.setPurpose",
            "",
            stage -> change(stage, "conversations.setPurpose", "purpose")),
        heard("conversations.archive", "", stage -> ofRoom(stage, "conversations.archive")),
        heard("conversations.unarchive", "", LawChannels::unarchives),
        heard(
            "admin.conversations.convertToPrivate",
            "",
            stage ->
                Call.of(
                    stage.withCarol().alice,
                    "admin.conversations.convertToPrivate",
                    "channel_id",
                    stage.room())),
        heard(
            "admin.conversations.convertToPublic",
            "",
            stage ->
                Call.of(
                    stage.withCarol().alice,
                    "admin.conversations.convertToPublic",
                    "channel_id",
                    stage.secret())),
        heard(
            "admin.conversations.setConversationPrefs",
            "",
            stage ->
                Call.of(
                    stage.alice,
                    "admin.conversations.setConversationPrefs",
                    "channel_id",
                    stage.room(),
                    "prefs",
                    "{\"who_can_post\":\"type:admin\",\"can_thread\":\"type:admin\"}")),
        heard(INVITE, "into a public channel", stage -> invite(stage, stage.room())),
        heard(INVITE, "into a private channel", stage -> invite(stage, stage.secret())),
        heard(
            "conversations.join",
            "",
            stage ->
                Call.of(stage.carol(), "conversations.join", "channel", said(stage, stage.room()))),
        heard(
            "conversations.kick",
            "",
            stage ->
                Call.of(
                    stage.alice,
                    "conversations.kick",
                    "channel",
                    said(stage, stage.room()),
                    "user",
                    stage.bob.id)),
        heard(
            "conversations.leave",
            "",
            stage ->
                Call.of(stage.bob, "conversations.leave", "channel", said(stage, stage.secret()))),
        heard(OPEN, "of two", stage -> Call.of(stage.alice, OPEN, "users", stage.bob.id)),
        heard(
            OPEN,
            "of three",
            stage -> Call.of(stage.alice, OPEN, "users", stage.bob.id + "," + stage.carol().id)),
        heard(OPEN, "that was put away", LawChannels::opensAgain),
        heard("conversations.close", "", LawChannels::closes));
  }

  private static Call create(LawStage stage, String isPrivate) {
    return Call.of(stage.alice, "conversations.create", "name", "kitchen", "is_private", isPrivate);
  }

  private static Call change(LawStage stage, String method, String field) throws Exception {
    return Call.of(stage.withCarol().alice, method, "channel", stage.room(), field, "kitchen");
  }

  private static Call clearsTheTopic(LawStage stage) throws Exception {
    String room = stage.room();
    stage.does(stage.alice, "conversations.setTopic", "channel", room, "topic", "soup");
    return Call.of(stage.alice, "conversations.setTopic", "channel", room, "topic", "");
  }

  private static Call ofRoom(LawStage stage, String method) throws Exception {
    return Call.of(stage.withCarol().alice, method, "channel", stage.room());
  }

  private static Call unarchives(LawStage stage) throws Exception {
    String room = stage.room();
    stage.does(stage.alice, "conversations.archive", "channel", room);
    return Call.of(stage.withCarol().alice, "conversations.unarchive", "channel", room);
  }

  private static Call invite(LawStage stage, String channel) throws Exception {
    return Call.of(stage.alice, INVITE, "channel", said(stage, channel), "users", stage.carol().id);
  }

  /// The channel, after something was said and read there.
  private static String said(LawStage stage, String channel) throws Exception {
    String root = stage.alice.post(channel, "<!here> hello");
    String _ = stage.reply(stage.bob, channel, root, "a reply");
    stage.does(stage.bob, "stars.add", "channel", channel, "timestamp", root);
    return channel;
  }

  private static Call closes(LawStage stage) throws Exception {
    String direct = stage.direct();
    String _ = stage.alice.post(direct, "hello");
    return Call.of(stage.bob, "conversations.close", "channel", direct);
  }

  private static Call opensAgain(LawStage stage) throws Exception {
    String direct = stage.direct();
    stage.does(stage.alice, "conversations.close", "channel", direct);
    return Call.of(stage.alice, OPEN, "users", stage.bob.id);
  }
}
