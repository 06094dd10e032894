// SPDX-License-Identifier: Apache-2.0
// A loop of which a row of kernels (kernel_chain.h) is all: nothing else runs
// between two of its turns, so lists from in front of it stay what they are,
// and their arrays can be made there.

#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_chain_steps.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

struct ChainLoop {
  advisor::Node loop;  ///< null: there is none
  /// To be asked: variables that say how often it runs, which must be ints,
  std::vector<std::string> whole;
  /// and one that it goes through, which must hold plain values.
  std::string through;

  /// Conditions under which something else may run.
  std::vector<std::string> questions() const;
  std::vector<std::string> names() const;
};

/// What must not be true of a list from in front of the row.
/// For the prediction: see ArrayWork.
inline double way_to_array(const ChainState::Given& one) {
  return (one.rows ? kWayOfRow : kWayToArray) + (one.asked ? kTypeAsked : 0);
}

std::vector<std::string> questions_of(const ChainState::Given& one);
/// The list as an array.
std::string converted(const ChainState::Given& one, const std::string& numpy);
/// The function that makes it in front of the loop.
std::vector<HelperLine> kept_text(const ChainLoop& loop,
                                  const ChainState::Given& one,
                                  const std::string& function,
                                  const std::string& numpy);

/// `made`: variables that the statements bind. `tail`: the statements behind
/// them, of which `looks` are taken from the arrays.
ChainLoop loop_of_row(const Request& request,
                      std::span<const advisor::Node> statements,
                      std::span<const advisor::Node> tail,
                      std::span<const advisor::Node> looks,
                      const std::set<std::string>& made);

/// `name` is bound in front of the loop, and by nothing in it.
bool stays_in(const ChainLoop& loop, const std::string& name,
              const std::set<std::string>& made);

}  // namespace ppp::rewrite
