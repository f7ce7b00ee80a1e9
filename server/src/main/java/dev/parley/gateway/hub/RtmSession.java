package dev.parley.gateway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.gateway.rtm.RtmAnswers;
import dev.parley.gateway.rtm.RtmDesk;
import dev.parley.gateway.rtm.RtmDesk.Sender;
import dev.parley.gateway.rtm.RtmError;
import dev.parley.gateway.rtm.RtmEvent;
import dev.parley.gateway.rtm.RtmFrame;
import dev.parley.gateway.rtm.RtmOptions;
import dev.parley.gateway.wire.ResyncReason;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.CloseCode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a connection that speaks RTM is besides a [Connection]: what it asked the rules of chat
/// for, and which messages it sent itself. Those come to it as an answer, not as an event.
///
/// Confined to the loop of its hub; what blocks runs on the executor for that.
final class RtmSession implements Speech {
  private static final Logger log = LoggerFactory.getLogger(RtmSession.class);
  private static final int MAX_IN_FLIGHT = 16;
  private static final int MAX_OWN = 128;
  private static final int POSTS_AT_ONCE = 100;
  private static final long MILLIS_A_POST = 100;

  private final Connection connection;
  private final RtmOptions options;
  private final Sender self;
  private final LastAnswers.Owner owner;
  private final LastAnswers.Place place;
  private final Set<String> sent = new LinkedHashSet<>();
  private int inFlight;
  private long allowance = POSTS_AT_ONCE * MILLIS_A_POST;
  private long countedAt;

  RtmSession(Connection connection, RtmOptions options) {
    this.connection = connection;
    this.options = options;
    this.self =
        new Sender(connection.own.key.workspaceId(), new UserId(connection.own.key.stream()));
    this.owner = new LastAnswers.Owner(connection.own.key, connection.session);
    this.place = connection.hub.services.rtm().answers().enter(owner);
    this.countedAt = connection.hub.loop.uptimeMillis();
  }

  /// Handles a frame of the client.
  void receive(RtmFrame frame) {
    switch (frame) {
      case RtmFrame.Message message -> post(message);
      case RtmFrame.Ping ping -> connection.send(RtmAnswers.pong(ping));
      case RtmFrame.Typing typing -> {
        var _ = connection.hints().type(typing.channel());
      }
      case RtmFrame.PresenceSub sub ->
          connection.hub.presences.watch(connection, people(sub.ids()));
      case RtmFrame.PresenceQuery query -> tellPresences(query.ids());
      case RtmFrame.Refused no -> refuse(no.id(), no.error(), null);
    }
  }

  /// Sends what others said, and not what came from here or comes by another stream.
  @Override
  public boolean offer(Encodings encodings, boolean alone) {
    List<RtmEvent> events = encodings.translated();
    if (events.isEmpty()) {
      return true;
    }
    if (events.stream().allMatch(this::isNews)) {
      return connection.delivery.offer(encodings.rtm(), alone);
    }
    List<byte[]> others = events.stream().filter(this::isNews).map(RtmEvent::json).toList();
    if (!others.isEmpty()) {
      try (Frame frame = connection.hub.encoder.encode(others)) {
        if (!connection.delivery.offer(frame, alone)) {
          return false;
        }
      }
    }
    events.forEach(event -> sent.remove(event.clientMsgId()));
    return true;
  }

  private boolean isNews(RtmEvent event) {
    String id = event.clientMsgId();
    ChannelId outsideOf = event.outsideOf();
    return (id == null || !sent.contains(id))
        && (outsideOf == null || !connection.receives(outsideOf));
  }

  @Override
  public void offerEphemeral(Encodings encodings) {
    if (!encodings.translated().isEmpty()) {
      connection.delivery.offerEphemeral(encodings.rtm());
    }
  }

  @Override
  public void greet(byte[] resumed) {
    connection.hub.services.rtm().answers().before(owner, place).ifPresent(connection::send);
    connection.send(RtmAnswers.hello(connection.hub.services.build()));
  }

  @Override
  public void closed() {
    place.leave();
  }

  /// There are no positions in RTM: whoever missed something is to come anew.
  @Override
  public void resync(LiveStream stream, ResyncReason reason) {
    connection.close(reason == ResyncReason.SLOW ? CloseCode.SLOW_READER : CloseCode.SERVER_FAULT);
  }

  @Override
  public void refuseFlood() {
    refuse(null, RtmError.RATE_LIMITED, null);
  }

  @Override
  public void goodbye(String reason, long spreadMillis) {
    connection.send(RtmAnswers.goodbye());
  }

  // Posting

  private void post(RtmFrame.Message message) {
    if (!options.mayPost()) {
      refuse(message.id(), RtmError.REFUSED, "missing_scope");
    } else if (inFlight >= MAX_IN_FLIGHT || !takeAllowance()) {
      refuse(message.id(), RtmError.RATE_LIMITED, null);
    } else {
      UUID id = UUID.randomUUID();
      remember(id.toString());
      ask(
          message.id(),
          () -> posted(message, id),
          connection::send,
          () -> sent.remove(id.toString()));
    }
  }

  /// Posts, and gives the answer; on a thread that may block. Who has gone meanwhile comes back for
  /// it.
  private byte[] posted(RtmFrame.Message message, UUID id) {
    RtmDesk desk = connection.hub.services.rtm().desk();
    RtmDesk.Posted posted =
        desk.post(self, message.channel(), id, message.text(), message.threadTs());
    place.posted(message.id(), posted.ts());
    return RtmAnswers.posted(message.id(), posted);
  }

  private boolean takeAllowance() {
    long now = connection.hub.loop.uptimeMillis();
    allowance = Math.min(POSTS_AT_ONCE * MILLIS_A_POST, allowance + now - countedAt);
    countedAt = now;
    if (allowance < MILLIS_A_POST) {
      return false;
    }
    allowance -= MILLIS_A_POST;
    return true;
  }

  private void remember(String id) {
    sent.add(id);
    if (sent.size() > MAX_OWN) {
      Iterator<String> oldest = sent.iterator();
      var _ = oldest.next();
      oldest.remove();
    }
  }

  // Presence

  private void tellPresences(List<String> ids) {
    List<UserId> people = people(ids);
    if (people.isEmpty()) {
      return;
    }
    if (inFlight >= MAX_IN_FLIGHT) {
      refuse(null, RtmError.RATE_LIMITED, null);
      return;
    }
    ask(
        null,
        () -> connection.hub.services.rtm().desk().presences(self, people),
        this::tell,
        () -> {});
  }

  private static List<UserId> people(List<String> ids) {
    return ids.stream().flatMap(id -> UserId.parse(id).stream()).toList();
  }

  @Override
  public void tell(Map<UserId, Boolean> presences) {
    for (boolean active : List.of(true, false)) {
      List<String> some =
          presences.entrySet().stream()
              .filter(entry -> entry.getValue() == active)
              .map(entry -> entry.getKey().toString())
              .toList();
      if (options.isBatchAware() && !some.isEmpty()) {
        connection.send(RtmAnswers.presence(some, active));
      } else {
        some.forEach(user -> connection.send(RtmAnswers.presence(List.of(user), active)));
      }
    }
  }

  // Asking the rules of chat

  private <T> void ask(
      @Nullable JsonNode id, Supplier<T> question, Consumer<T> onAnswer, Runnable onRefusal) {
    inFlight++;
    Hub hub = connection.hub;
    hub.background(
        () -> {
          Runnable then;
          try {
            T answer = question.get();
            then = () -> onAnswer.accept(answer);
          } catch (RuntimeException | Error e) {
            String code = codeOf(e);
            then =
                () -> {
                  onRefusal.run();
                  refuse(id, RtmError.REFUSED, code);
                };
          }
          Runnable result = then;
          hub.loop.execute(
              () -> {
                inFlight--;
                if (!connection.isClosed()) {
                  result.run();
                }
              });
        });
  }

  private static String codeOf(Throwable e) {
    if (e instanceof Refusal refusal) {
      return refusal.code();
    }
    log.atWarn()
        .addKeyValue("event", "rtm_frame_failed")
        .setCause(e)
        .log("What an RTM client asked for failed.");
    return "internal_error";
  }

  private void refuse(@Nullable JsonNode id, RtmError error, @Nullable String message) {
    connection.send(RtmAnswers.refused(id, error, message));
  }
}
