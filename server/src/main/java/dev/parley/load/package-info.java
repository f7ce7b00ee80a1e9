/// `parley load`: many real clients against a running server, and a ledger of what each of them had
/// to receive.
///
/// [LoadWorld] makes workspaces, people and channels; [LoadSender]s post, edit and delete through
/// the API until each outcome is known; [LoadClient]s hold the WebSocket protocol of
/// `docs/protocol.md`; [LoadRun] compares at the end. Nothing here is trusted by the server or
/// shares code with it but the ids: it sees what a client sees.
@NullMarked
@CheckReturnValue
package dev.parley.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
