/// `parley serve --demo`: a company to look around in, made from a seed.
///
/// [DemoCast] and [DemoScripts] read who there is and what they say from resources, [DemoPlan] has
/// the seed choose who says what when, and [DemoFill] has the people live through it by the same
/// services that the API uses, on a commit loop whose time [DemoClock] moves: every rule, count and
/// sealed body is genuine. The workspace is entered into the directory as the last step, so there
/// is a whole company or none.
@NullMarked
@CheckReturnValue
package dev.parley.app.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
