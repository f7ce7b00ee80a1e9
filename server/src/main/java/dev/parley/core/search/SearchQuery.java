package dev.parley.core.search;

import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.ThreadView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody looks for: words that must occur, words that must not, and modifiers. Days are
/// those of UTC.
///
/// @param words lower case; each must occur, `"several words"` as they stand
/// @param excluded lower case; none may occur
/// @param from handles, ids or `me`; the author must be one of them, if there are any
/// @param in channel names, ids, or handles or ids of people for direct messages; likewise
/// @param to handles, ids or `me`: what was sent to one of them, by direct or group message to the
///     reader, by direct message of the reader to others; likewise
/// @param oldest excluded
/// @param latest excluded
/// @param has what the message must have: `link`, `reaction`, `pin`, or an emoji's name between
///     colons for a reaction with it
/// @param isThread whether only what belongs to a thread counts
public record SearchQuery(
    List<String> words,
    List<String> excluded,
    List<String> from,
    List<String> in,
    List<String> to,
    MessageTs oldest,
    MessageTs latest,
    List<String> has,
    boolean isThread) {
  /// The longest query, in characters.
  public static final int MAX_LENGTH = 1_000;

  /// Most words and modifiers of a query.
  public static final int MAX_TERMS = 50;

  private static final MessageTs END = new MessageTs(9_999_999_999_999_999L);

  private static final Pattern TERM =
      Pattern.compile(
          "(-?)(?:(from|in|to|before|after|on|during|has|is):)?(?:\"([^\"]*)\"|(\\S+))");

  private static final Pattern ID = Pattern.compile("<[@#]([A-Z0-9]+)(?:\\|[^>]*)?>");

  /// Reads a query. What is no modifier is a word; a modifier that makes no sense finds nothing of
  /// what it was for and is left out.
  ///
  /// @param today for `during:` and words such as `today`
  /// @throws Refusal `invalid_arguments` if it is longer than [#MAX_LENGTH] or has more than
  ///     [#MAX_TERMS] terms
  public static SearchQuery parse(String text, LocalDate today) {
    if (text.length() > MAX_LENGTH) {
      throw new Refusal("invalid_arguments", "query: " + MAX_LENGTH + " characters at most");
    }
    Draft draft = new Draft(today);
    Matcher matcher = TERM.matcher(text);
    for (int terms = 1; matcher.find(); terms++) {
      if (terms > MAX_TERMS) {
        throw new Refusal("invalid_arguments", "query: " + MAX_TERMS + " terms at most");
      }
      String value = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
      draft.add(!matcher.group(1).isEmpty(), matcher.group(2), value);
    }
    return new SearchQuery(
        List.copyOf(draft.words),
        List.copyOf(draft.excluded),
        List.copyOf(draft.from),
        List.copyOf(draft.in),
        List.copyOf(draft.to),
        draft.oldest,
        draft.latest,
        List.copyOf(draft.has),
        draft.isThread);
  }

  /// Whether it asks for nothing.
  public boolean isEmpty() {
    return words.isEmpty()
        && excluded.isEmpty()
        && from.isEmpty()
        && in.isEmpty()
        && to.isEmpty()
        && has.isEmpty()
        && !isThread
        && oldest.equals(MessageTs.ZERO)
        && latest.equals(END);
  }

  /// Whether a message is meant, as far as the message itself tells. Authors and conversations are
  /// not looked at.
  public boolean matches(MessageView message) {
    String text = SaidText.of(message);
    return words.stream().allMatch(text::contains)
        && excluded.stream().noneMatch(text::contains)
        && has.stream().allMatch(what -> has(message, what))
        && (!isThread || isInThread(message));
  }

  private static boolean has(MessageView message, String what) {
    return switch (what) {
      case "link" -> message.text().contains("://");
      case "reaction" -> !message.reactions().isEmpty();
      case "pin" -> message.isPinned();
      default -> message.reactions().stream().anyMatch(given -> isOf(given.name(), what));
    };
  }

  /// Whether a reaction, of whatever colour, is by an emoji that is named between colons.
  private static boolean isOf(String given, String emoji) {
    return emoji.length() > 2 && (":" + given + ":").startsWith(emoji);
  }

  private static boolean isInThread(MessageView message) {
    return message.thread() instanceof ThreadView.Reply
        || (message.thread() instanceof ThreadView.Root root && root.count() > 0);
  }

  /// A query being read.
  private static final class Draft {
    private final LocalDate today;
    private final List<String> words = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<String> in = new ArrayList<>();
    private final List<String> to = new ArrayList<>();
    private final List<String> has = new ArrayList<>();
    private MessageTs oldest = MessageTs.ZERO;
    private MessageTs latest = END;
    private boolean isThread;

    Draft(LocalDate today) {
      this.today = today;
    }

    void add(boolean isExcluded, @Nullable String modifier, String value) {
      String word = value.toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        return;
      }
      if (isExcluded) {
        excluded.add(modifier == null ? word : modifier + ":" + word);
        return;
      }
      switch (modifier) {
        case null -> words.add(word);
        case "from" -> from.add(name(value));
        case "in" -> in.add(name(value));
        case "to" -> to.add(name(value));
        case "has" -> has.add(word);
        case "is" -> isThread |= word.equals("thread");
        default -> span(modifier, word);
      }
    }

    /// A name without its mark, or an id.
    private static String name(String value) {
      Matcher id = ID.matcher(value);
      if (id.matches()) {
        return id.group(1);
      }
      return value.startsWith("@") || value.startsWith("#") ? value.substring(1) : value;
    }

    private void span(String modifier, String value) {
      day(value)
          .ifPresent(
              day -> {
                switch (modifier) {
                  case "before" -> latest = start(day);
                  case "after" -> oldest = justBefore(day.plusDays(1));
                  default -> {
                    oldest = justBefore(day);
                    latest = start(isMonth(value) ? day.plusMonths(1) : day.plusDays(1));
                  }
                }
              });
    }

    private static boolean isMonth(String value) {
      return value.length() == "2026-11".length();
    }

    private Optional<LocalDate> day(String value) {
      return switch (value) {
        case "today" -> Optional.of(today);
        case "yesterday" -> Optional.of(today.minusDays(1));
        default -> {
          try {
            yield Optional.of(LocalDate.parse(isMonth(value) ? value + "-01" : value))
                .filter(day -> day.getYear() < 10_000);
          } catch (DateTimeParseException e) {
            yield Optional.empty();
          }
        }
      };
    }

    private static MessageTs start(LocalDate day) {
      long seconds = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
      return new MessageTs(Math.clamp(seconds, 0, 9_999_999_999L) * 1_000_000);
    }

    private static MessageTs justBefore(LocalDate day) {
      return new MessageTs(Math.max(0, start(day).micros() - 1));
    }
  }
}
