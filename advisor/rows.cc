// SPDX-License-Identifier: Apache-2.0
#include "advisor/rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "advisor/consumer.h"
#include "advisor/grouped.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// From so many on they are shared out evenly, however the results are spread.
constexpr std::int64_t kManyRows = 64;

bool is_wanted(const Loop& loop, const Judgement& judgement) {
  if (!judgement.has_rows) return false;
  if (!has_workers(judgement)) return true;
  const HotLoop& hot = loop.hot;
  return hot.iterations >= kManyRows &&
         (hot.time_class == TimeClass::kCpuPython ||
          hot.time_class == TimeClass::kCpuNative);
}

std::optional<Candidate> with_rows(const Project& project, const Loop& loop,
                                   const std::function<bool()>& stop) {
  const SourceFile& source = *loop.source;
  const Node first = loop.node.child(1);
  const auto rows = nested(source, loop.node, "",
                           std::string(first.field("left").text()) + " in " +
                               std::string(first.field("right").text()));
  if (!rows) return std::nullopt;
  auto made = grouped_candidate(project, loop, {rows->edit},
                                loop.node.range().begin + rows->around, stop);
  if (!made) return std::nullopt;
  made->in_rows = true;
  made->evidence.push_back(
      {"in-rows",
       "all that the further sources give for an item of the first is done at "
       "once",
       {loop.hot.span}});
  return made;
}

}  // namespace

bool has_rows(const Trial& trial) {
  const Node loop = trial.loop.node;
  if (!is_comprehension(loop) || loop.is("dictionary_comprehension")) {
    return false;
  }
  const std::vector<Node> targets = trial.shape.targets();
  // A condition of the first source would need a place of its own.
  if (targets.size() < 2 || loop.child(2).is("if_clause")) return false;
  bool plain = true;
  for (const std::string& name : bound_names(targets[0])) {
    for (std::size_t i = 1; i < targets.size(); ++i) {
      // In a row it would be another variable, from the row's begin on.
      const std::vector<std::string> more = bound_names(targets[i]);
      plain = plain && std::find(more.begin(), more.end(), name) == more.end();
    }
  }
  walk(loop, [&](Node node) {
    // Neither may stand in a source, nor in a function of its own.
    plain = plain && !node.is("named_expression") && !node.is("await") &&
            !node.is("yield");
    return plain;
  });
  return plain && takes_quietly(trial);
}

void try_rows(const Project& project, const std::function<bool()>& stop,
              const std::vector<Loop>& hot,
              std::vector<Judgement>& judgements) {
  for (std::size_t i = 0; i < hot.size(); ++i) {
    if (!is_wanted(hot[i], judgements[i])) continue;
    if (auto made = with_rows(project, hot[i], stop)) {
      judgements[i].candidate = std::move(made);
    }
  }
}

}  // namespace ppp::advisor
