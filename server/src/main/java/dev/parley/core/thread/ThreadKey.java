package dev.parley.core.thread;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.WorkspaceId;

/// Names a thread by the message that it hangs on.
public record ThreadKey(WorkspaceId workspace, ChannelId channel, MessageTs root) {}
