package dev.parley.api.method;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.api.Arg;
import dev.parley.api.Call;
import dev.parley.api.Method;
import dev.parley.api.RateTier;
import dev.parley.api.Reply;
import dev.parley.core.channel.ConversationReader;
import dev.parley.core.search.MessageSearch;
import dev.parley.core.search.SearchQuery;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.ChannelKind;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.JsonView;
import dev.parley.protocol.view.MessageView;
import dev.parley.storage.TenantDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `search.*`: what was said; files are not kept yet.
public final class SearchMethods {
  /// Slack's own documents, which Parley does not have.
  private static final JsonView POSTS =
      json -> {
        json.writeNumberField("total", 0);
        json.writeArrayFieldStart("matches");
        json.writeEndArray();
      };

  private static final String MARK_BEGIN = "\uE000";
  private static final String MARK_END = "\uE001";

  private static final Arg<String> QUERY =
      Arg.string("query").within("1,000 characters, 50 terms").missing("no_query");
  private static final Arg<Integer> COUNT = Arg.integer("count", 1, 100).or(20);
  private static final Arg<Integer> PAGE = Arg.integer("page", 1, 100).or(1);
  private static final Arg<Boolean> HIGHLIGHT = Arg.bool("highlight").or(false);
  private static final Arg<String> SORT = Arg.oneOf("sort", "score", "timestamp").or("score");
  private static final Arg<String> DIRECTION = Arg.oneOf("sort_dir", "asc", "desc", "").or("desc");

  private final TenantDatabase database;
  private final MessageSearch search;
  private final ConversationReader conversations;
  private final UserService users;
  private final WorkspaceService workspaces;
  private final Clock clock;

  public SearchMethods(
      TenantDatabase database,
      MessageSearch search,
      ConversationReader conversations,
      UserService users,
      WorkspaceService workspaces,
      Clock clock) {
    this.database = database;
    this.search = search;
    this.conversations = conversations;
    this.users = users;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  public List<Method> all() {
    return List.of(
        search("search.messages", "Finds messages that the caller may see.").does(this::messages),
        search("search.files", "Finds files that the caller may see: none, as there are none yet.")
            .does(this::files),
        search("search.all", "Finds messages and files that the caller may see.")
            .does(call -> messages(call).with("files", nothing(call)).with("posts", POSTS)));
  }

  private static Method.Draft search(String name, String summary) {
    return Method.named(name, summary)
        .people()
        .userScopes("search:read")
        .tier(RateTier.TIER_2)
        .args(QUERY, COUNT, PAGE, HIGHLIGHT, SORT, DIRECTION)
        .errors("no_query");
  }

  private Reply files(Call call) {
    return Reply.ok().with("query", call.get(QUERY)).with("files", nothing(call));
  }

  private static Map<String, Object> nothing(Call call) {
    return results(new Paging(0, call.get(PAGE), call.get(COUNT)), List.of());
  }

  private static Map<String, Object> results(Paging paging, List<JsonView> matches) {
    Map<String, Object> results = new LinkedHashMap<>();
    results.put("total", paging.total());
    results.put("pagination", paging.pagination());
    results.put("paging", paging.paging());
    results.put("matches", matches);
    return results;
  }

  private Reply messages(Call call) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    SearchQuery query = SearchQuery.parse(call.get(QUERY), today);
    if (query.isEmpty()) {
      throw new Refusal("no_query");
    }
    MessageSearch.Found found = search.find(call.workspace(), call.actor().user(), query);
    List<MessageView> all =
        call.get(DIRECTION).equals("asc") ? found.messages().reversed() : found.messages();
    Paging paging = new Paging(all.size(), call.get(PAGE), call.get(COUNT));
    Map<String, Object> messages = results(paging, matches(call, query, paging.of(all)));
    Reply reply = Reply.ok().with("query", call.get(QUERY)).with("messages", messages);
    return found.isComplete() ? reply : reply.warning("search_incomplete");
  }

  private List<JsonView> matches(Call call, SearchQuery query, List<MessageView> shown) {
    Permalinks permalinks = new Permalinks(call, workspaces);
    Map<ChannelId, ChannelView> channels = channels(call, shown);
    Map<UserId, String> names = names(call, shown);
    return shown.stream()
        .map(
            message -> {
              String text =
                  call.get(HIGHLIGHT) ? highlighted(message.text(), query) : message.text();
              return match(
                  message,
                  text,
                  names.getOrDefault(message.user(), ""),
                  Optional.ofNullable(channels.get(message.channel())),
                  permalinks.of(message));
            })
        .toList();
  }

  private Map<UserId, String> names(Call call, List<MessageView> shown) {
    Set<UserId> authors =
        shown.stream().map(MessageView::user).collect(Collectors.toUnmodifiableSet());
    return database
        .read(call.workspace(), handle -> users.persons(handle, call.workspace(), authors))
        .stream()
        .collect(Collectors.toMap(person -> person.user().id(), person -> person.user().name()));
  }

  private Map<ChannelId, ChannelView> channels(Call call, List<MessageView> shown) {
    return database.read(
        call.workspace(),
        handle -> {
          Map<ChannelId, ChannelView> found = new HashMap<>();
          for (MessageView message : shown) {
            if (!found.containsKey(message.channel())) {
              conversations
                  .channel(handle, call.workspace(), call.actor().user(), message.channel())
                  .ifPresent(channel -> found.put(message.channel(), channel));
            }
          }
          return found;
        });
  }

  private static JsonView match(
      MessageView message,
      String text,
      String author,
      Optional<ChannelView> channel,
      String permalink) {
    return json -> {
      json.writeStringField("iid", message.channel() + "-" + message.ts());
      json.writeStringField("team", message.workspace().toString());
      if (channel.isPresent()) {
        json.writeObjectFieldStart("channel");
        writeChannel(json, channel.get());
        json.writeEndObject();
      }
      json.writeStringField("type", "message");
      json.writeStringField("user", message.user().toString());
      json.writeStringField("username", author);
      json.writeStringField("ts", message.ts().toString());
      json.writeStringField("text", text);
      json.writeStringField("permalink", permalink);
    };
  }

  private static void writeChannel(JsonGenerator json, ChannelView channel) throws IOException {
    ChannelKind kind = channel.id().kind();
    json.writeStringField("id", channel.id().toString());
    if (channel.name() != null) {
      json.writeStringField("name", channel.name());
    }
    json.writeBooleanField("is_channel", kind == ChannelKind.CHANNEL && !channel.isPrivate());
    json.writeBooleanField("is_group", kind == ChannelKind.CHANNEL && channel.isPrivate());
    json.writeBooleanField("is_im", kind == ChannelKind.DIRECT);
    json.writeBooleanField("is_mpim", kind == ChannelKind.GROUP);
    json.writeBooleanField("is_private", channel.isPrivate());
    json.writeBooleanField("is_shared", false);
    json.writeBooleanField("is_org_shared", false);
    json.writeBooleanField("is_ext_shared", false);
    json.writeBooleanField("is_pending_ext_shared", false);
  }

  /// The text with its words between marks.
  private static String highlighted(String text, SearchQuery query) {
    if (query.words().isEmpty()) {
      return text;
    }
    String any = query.words().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll(word -> MARK_BEGIN + Matcher.quoteReplacement(word.group()) + MARK_END);
  }
}
