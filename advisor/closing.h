// SPDX-License-Identifier: Apache-2.0
// What an iteration opens and closes itself. Statements at the end of a `with`
// need not wait for its end, if they do behind it what they did. What is left
// of the `with` is then only what asks, and may be work:
//
//   with session.get(url) as answer:      with session.get(url) as answer:
//       text = answer.read()                  text = answer.read()
//       print(answer.status, len(text))   print(answer.status, len(text))
//
// And what the work has closed is no open result.

#pragma once

#include <vector>

#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "base/edit.h"

namespace ppp::advisor {

struct Tail {
  std::vector<Edit> edits;  ///< of the loop's file, sorted; no line is added
  Span place;               ///< the statements
};

/// Of each `with` in the loop's body, or in that of a `try` there, the most
/// that may stand behind it. What it enters says in the tables that nobody
/// notices when it is left, and which attributes it has then as before; nothing
/// that these statements name reaches it in another way, and nothing older
/// does.
std::vector<Tail> movable_tails(const Trial& trial);

/// Names of what these statements open and have closed, and bind to nothing
/// else: a `with` among them leaves it so that nobody can tell, or one of them
/// calls the method that finishes it.
Names names_closed(const Trial& trial, const std::vector<Node>& statements);

}  // namespace ppp::advisor
