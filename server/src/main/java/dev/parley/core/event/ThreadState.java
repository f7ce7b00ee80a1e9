package dev.parley.core.event;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.kernel.MessageTs;
import dev.parley.protocol.view.ThreadView;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The thread that an event of a message belongs to, as it is after the event.
///
/// @param root the message that the replies hang on
/// @param number which reply the event is about; 0 if it is about the root
public record ThreadState(MessageTs root, ThreadView.Root counts, int number) {

  static void write(JsonGenerator json, @Nullable ThreadState thread) throws IOException {
    if (thread == null) {
      return;
    }
    json.writeObjectFieldStart("thread");
    json.writeStringField("ts", thread.root.toString());
    thread.counts.writeCounts(json);
    json.writeNumberField("reply_number", thread.counts.number());
    if (thread.number > 0) {
      json.writeNumberField("number", thread.number);
    }
    json.writeEndObject();
  }
}
