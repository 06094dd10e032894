// SPDX-License-Identifier: Apache-2.0
// Comprehensions of several sources: all that the further ones give for an item
// of the first is a row, and its work. The same program, in which the rows are
// lists of their own:
//
//   sum(a * b for a in range(n) for b in range(a) if fits(a, b))
//   sum(value
//       for values in [[a * b for b in range(a) if fits(a, b)]
//                      for a in range(n)]
//       for value in values)

#pragma once

#include <functional>
#include <vector>

#include "advisor/dependence.h"
#include "advisor/pieces.h"

namespace ppp::advisor {

/// See Judgement::has_rows.
bool has_rows(const Trial& trial);

/// Gives rows to the workers of loops that have them, where that is proven and
/// where single results have no workers, or are taken to be small. Pure but for
/// `stop`, which is as in AdviseOptions.
void try_rows(const Project& project, const std::function<bool()>& stop,
              const std::vector<Loop>& hot, std::vector<Judgement>& judgements);

}  // namespace ppp::advisor
