/// The people and bots of a workspace: who they are, how they are shown, how they come to be. Names
/// are in clear, so that they can be completed and sorted; profiles and addresses are sealed.
@NullMarked
@CheckReturnValue
package dev.parley.core.user;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
