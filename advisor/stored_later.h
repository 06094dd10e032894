// SPDX-License-Identifier: Apache-2.0
// A statement that writes to a file what it goes on reading meanwhile, made
// two: the first reads into memory, so it may be work; the second writes, in
// order. After a failure half way the file holds what came until then.
//
//   with urlopen(url) as page, open(path, "wb") as file:
//       copyfileobj(page, file)
//
//   held = io.BytesIO()
//   failure = None
//   with urlopen(url) as page:
//       try:
//           copyfileobj(page, held)
//       except BaseException as error:
//           failure = error
//   with open(path, "wb") as file:
//       file.write(held.getvalue())
//       if failure is not None:
//           raise failure

#pragma once

#include <string>
#include <vector>

#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "base/edit.h"

namespace ppp::advisor {

struct Storing {
  std::vector<Edit> edits;  ///< of the loop's file, sorted
  std::string held;         ///< the variable, which nothing else is called
  /// The program holds a piece of what it reads at a time, not all of it.
  bool by_pieces = false;
  /// It asks when the file is open: where it cannot be opened, nobody is asked.
  bool asks_anew = false;
  Span place;  ///< the statement
};

/// In the loop's body, and in functions that it calls. The program is the same
/// if the first statement has no effect but on its own variables.
std::vector<Storing> possible_storings(const Trial& trial);

/// The first statement is part of the work of `candidate`, a loop of `source`
/// in which `storing` and the candidate's own split are done: so it has no such
/// effect.
bool is_part_of_work(const Candidate& candidate, const SourceFile& source,
                     const Storing& storing);

/// What is assumed of the files and the memory then.
std::vector<Reason> assumed_of(const Candidate& candidate,
                               const Storing& storing);

}  // namespace ppp::advisor
