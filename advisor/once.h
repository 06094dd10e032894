// SPDX-License-Identifier: Apache-2.0
// What a program does once, and what may run from then until a loop has ended
// for the last time, across functions.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "advisor/between.h"
#include "advisor/effect.h"
#include "advisor/interpreter.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// A node that is evaluated at most once while the program runs.
struct OncePlace {
  const SourceFile* source = nullptr;
  Node node;
  Node function;  ///< null: it stands in no function
};

/// `node`, then the only call of its function, then the only call of the
/// function that this stands in, and so on out to a module. Empty: `node` may
/// be evaluated again, as far as names tell.
std::vector<OncePlace> once_chain(const Interpreter& interpreter,
                                  const SourceFile& source, Node node);

/// The time from when something is done once until a loop has ended for the
/// last time: from the text, so rather too much than too little.
class Course {
 public:
  struct Call {
    const SourceFile* source = nullptr;
    Node node;
  };

  /// Nothing: some way to the loop is not seen, or it may begin before.
  static std::optional<Course> find(const Interpreter& interpreter,
                                    std::vector<OncePlace> chain,
                                    const SourceFile& source, Node loop);

  /// What stands there may run in that time. Everything else runs before, or
  /// when the loop has ended for ever.
  bool may_run(const Place& place) const;
  /// Of the chain: that from which the calls lead to the loop.
  std::size_t level() const { return level_; }
  const std::vector<OncePlace>& chain() const { return chain_; }
  /// What stands there, in the function of the level.
  const std::vector<Node>& nodes() const { return nodes_; }
  /// The functions that may run in that time, the loop's own included.
  const std::vector<NamedFunction>& functions() const { return functions_; }
  /// From the level inwards: the calls by which the loop is reached, the loop
  /// last. Empty: there are several ways.
  const std::vector<Node>& way() const { return way_; }

 private:
  using Calls = std::function<std::optional<std::vector<Call>>(Node)>;

  bool reach_from(const Calls& calls_of, std::size_t level, Call loop);
  void add_what_runs(const Project& project, std::vector<NamedFunction> unseen);

  std::vector<OncePlace> chain_;
  std::size_t level_ = 0;
  ByteRange range_;
  ByteRange ahead_;  ///< of the same statement, before the node
  std::vector<Node> nodes_;
  std::vector<Node> way_;
  std::vector<NamedFunction> functions_;
};

}  // namespace ppp::advisor
