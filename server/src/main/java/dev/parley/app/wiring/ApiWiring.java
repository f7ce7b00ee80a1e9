package dev.parley.app.wiring;

import dev.parley.api.Admission;
import dev.parley.api.Gate;
import dev.parley.api.MemoryRateLimiter;
import dev.parley.api.Method;
import dev.parley.api.MethodRegistry;
import dev.parley.api.RateLimiter;
import dev.parley.api.Tickets;
import dev.parley.api.WebhookGate;
import dev.parley.api.method.ApiMethods;
import dev.parley.api.method.AppMethods;
import dev.parley.api.method.AuthMethods;
import dev.parley.api.method.BookmarkMethods;
import dev.parley.api.method.BotMethods;
import dev.parley.api.method.ChannelDirectoryMethods;
import dev.parley.api.method.ChannelMethods;
import dev.parley.api.method.ChannelPrefMethods;
import dev.parley.api.method.ChatMethods;
import dev.parley.api.method.ClientMethods;
import dev.parley.api.method.ConversationMethods;
import dev.parley.api.method.DndMethods;
import dev.parley.api.method.DraftMethods;
import dev.parley.api.method.EmojiMethods;
import dev.parley.api.method.EphemeralMethods;
import dev.parley.api.method.HistoryMethods;
import dev.parley.api.method.IdentityMethods;
import dev.parley.api.method.MembershipMethods;
import dev.parley.api.method.PinMethods;
import dev.parley.api.method.PostedText;
import dev.parley.api.method.PresenceMethods;
import dev.parley.api.method.ProfileMethods;
import dev.parley.api.method.ReactionMethods;
import dev.parley.api.method.ReminderMethods;
import dev.parley.api.method.RtmMethods;
import dev.parley.api.method.ScheduledMethods;
import dev.parley.api.method.SearchMethods;
import dev.parley.api.method.SessionMethods;
import dev.parley.api.method.SignInMethods;
import dev.parley.api.method.StandingMethods;
import dev.parley.api.method.StarMethods;
import dev.parley.api.method.TeamAdminMethods;
import dev.parley.api.method.TeamMethods;
import dev.parley.api.method.TeamProfileMethods;
import dev.parley.api.method.ThreadMethods;
import dev.parley.api.method.UserMethods;
import dev.parley.api.method.UsergroupMethods;
import dev.parley.api.method.WebhookMethods;
import dev.parley.core.bookmark.BookmarkReader;
import dev.parley.core.bookmark.BookmarkService;
import dev.parley.core.channel.ChannelDirectory;
import dev.parley.core.dnd.DndService;
import dev.parley.core.draft.DraftService;
import dev.parley.core.emoji.EmojiService;
import dev.parley.core.membership.MemberReader;
import dev.parley.core.pin.PinService;
import dev.parley.core.presence.PresenceService;
import dev.parley.core.reminder.ReminderService;
import dev.parley.core.scheduled.ScheduledMessageService;
import dev.parley.core.search.MessageSearch;
import dev.parley.core.star.StarService;
import dev.parley.core.teamprofile.TeamProfileService;
import dev.parley.core.user.PortraitService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// The API: every method, and the gate in front of them.
record ApiWiring(MethodRegistry registry, Gate gate, WebhookGate webhooks) {
  private static final int CALLS_AT_ONCE = 2_048;
  private static final int CALLS_AT_ONCE_PER_WORKSPACE = 1_024;

  static ApiWiring start(
      StorageWiring storage,
      CoreWiring core,
      SignInWiring signIn,
      Realtime realtime,
      MeterRegistry meters) {
    WebhookMethods webhookMethods =
        new WebhookMethods(
            storage.tenants(),
            signIn.webhooks(),
            core.channels(),
            core.messages(),
            signIn.authors(),
            texts(storage, core));
    MethodRegistry registry =
        new MethodRegistry(
            Stream.concat(methods(storage, core, signIn, realtime), Stream.of(webhookMethods.all()))
                .flatMap(List::stream)
                .toList());
    RateLimiter limiter = new MemoryRateLimiter(realtime.rateFactor());
    Admission admission = new Admission(CALLS_AT_ONCE, CALLS_AT_ONCE_PER_WORKSPACE);
    Gate gate = new Gate(registry, signIn.credentials(), limiter, admission, meters);
    WebhookGate webhooks =
        new WebhookGate(signIn.webhooks(), webhookMethods.post(), limiter, admission, meters);
    return new ApiWiring(registry, gate, webhooks);
  }

  /// What methods need of the realtime side and of the process.
  ///
  /// @param build the build of the web client that this server serves
  /// @param rateFactor multiplies every rate limit
  record Realtime(
      Tickets tickets, PresenceService presences, String build, double rateFactor, Clock clock) {}

  private static Stream<List<Method>> methods(
      StorageWiring storage, CoreWiring core, SignInWiring signIn, Realtime realtime) {
    TeamProfileService teamProfiles =
        new TeamProfileService(storage.tenants(), core.commits(), storage.keys());
    return Stream.of(
        ApiMethods.all(),
        new AuthMethods(signIn.workspaces(), core.users(), signIn.tokens(), signIn.apps()).all(),
        new BotMethods(core.users()).all(),
        new TeamMethods(signIn.workspaces()).all(),
        new TeamAdminMethods(core.users(), signIn.sessions(), signIn.apps(), realtime.clock())
            .all(),
        new AppMethods(signIn.apps(), core.users()).all(),
        new UserMethods(core.users(), realtime.clock()).all(),
        new ProfileMethods(
                core.users(), new PortraitService(core.commits(), storage.ids()), teamProfiles)
            .all(),
        new StandingMethods(signIn.standings()).all(),
        new IdentityMethods(core.users(), signIn.workspaces()).all(),
        new TeamProfileMethods(teamProfiles).all(),
        new PresenceMethods(realtime.presences(), core.users()).all(),
        new DndMethods(
                new DndService(storage.tenants(), core.commits(), storage.keys(), core.users()))
            .all(),
        new UsergroupMethods(core.usergroups(), core.users()).all(),
        new EmojiMethods(
                new EmojiService(storage.tenants(), core.commits(), storage.ids()),
                realtime.clock())
            .all(),
        new SignInMethods(
                signIn.accounts(),
                signIn.signIns(),
                signIn.sessions(),
                signIn.workspaces(),
                signIn.passwords(),
                signIn.credentials())
            .all(),
        new SessionMethods(signIn.sessions()).all(),
        new RtmMethods(realtime.tickets(), signIn.workspaces(), core.users()).all(),
        new ChannelMethods(storage.tenants(), core.channels()).all(),
        new ChannelDirectoryMethods(storage.tenants(), new ChannelDirectory(storage.keys())).all(),
        new ConversationMethods(
                storage.tenants(), core.channels(), core.conversations(), core.users())
            .all(),
        new MembershipMethods(
                storage.tenants(),
                core.channels(),
                core.memberships(),
                new MemberReader(),
                core.users())
            .all(),
        itemMethods(storage, core, signIn, realtime.clock()),
        new ChatMethods(
                storage.tenants(),
                core.messages(),
                core.channels(),
                core.users(),
                signIn.authors(),
                texts(storage, core))
            .all(),
        new EphemeralMethods(
                storage.tenants(),
                core.ephemerals(),
                core.channels(),
                core.users(),
                signIn.authors(),
                texts(storage, core))
            .all(),
        new HistoryMethods(
                storage.tenants(), core.channels(), core.messageReader(), signIn.workspaces())
            .all(),
        new ThreadMethods(storage.tenants(), core.threads(), core.channels(), core.messageReader())
            .all(),
        new ChannelPrefMethods(storage.tenants(), core.channels()).all(),
        new ReactionMethods(
                storage.tenants(),
                core.reactions(),
                core.channels(),
                core.messageReader(),
                core.users(),
                signIn.workspaces())
            .all(),
        new SearchMethods(
                storage.tenants(),
                new MessageSearch(storage.tenants(), storage.keys()),
                core.conversations(),
                core.users(),
                signIn.workspaces(),
                realtime.clock())
            .all(),
        clientMethods(storage, core, signIn, realtime).all());
  }

  private static PostedText texts(StorageWiring storage, CoreWiring core) {
    return new PostedText(storage.tenants(), core.users(), core.channels(), core.usergroups());
  }

  /// What people put aside, put up and put off.
  private static List<Method> itemMethods(
      StorageWiring storage, CoreWiring core, SignInWiring signIn, Clock clock) {
    ScheduledMessageService scheduled =
        new ScheduledMessageService(
            storage.tenants(),
            storage.keys(),
            storage.ids(),
            core.channels(),
            core.messageReader(),
            clock);
    return Stream.of(
            new ScheduledMethods(
                    storage.tenants(),
                    scheduled,
                    core.channels(),
                    core.users(),
                    signIn.authors(),
                    texts(storage, core))
                .all(),
            new PinMethods(
                    storage.tenants(),
                    new PinService(storage.tenants(), core.commits(), core.channels()),
                    core.channels(),
                    core.messageReader(),
                    signIn.workspaces())
                .all(),
            new BookmarkMethods(
                    storage.tenants(),
                    new BookmarkService(
                        storage.tenants(), core.commits(), storage.ids(), core.channels()),
                    new BookmarkReader(storage.keys()),
                    core.channels())
                .all(),
            new ReminderMethods(
                    new ReminderService(
                        storage.tenants(), storage.keys(), storage.ids(), core.users(), clock))
                .all(),
            new DraftMethods(
                    new DraftService(
                        storage.tenants(), core.commits(), core.channels(), storage.keys()))
                .all(),
            new StarMethods(
                    storage.tenants(),
                    new StarService(storage.tenants(), core.commits(), core.channels()),
                    core.messageReader(),
                    signIn.workspaces())
                .all())
        .flatMap(List::stream)
        .toList();
  }

  private static ClientMethods clientMethods(
      StorageWiring storage, CoreWiring core, SignInWiring signIn, Realtime realtime) {
    return new ClientMethods(
        new ClientMethods.Sources(
            storage.tenants(), core.channels(), core.conversations(), core.messageReader()),
        core.users(),
        signIn.workspaces(),
        storage.epoch()::epoch,
        realtime.clock(),
        realtime.build());
  }
}
