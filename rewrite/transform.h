// SPDX-License-Identifier: Apache-2.0
// A transform: one way to make a candidate loop concurrent. One file below
// transforms/, found by the build (docs/add-a-transform.md).

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "rewrite/array_work.h"
#include "rewrite/imports.h"
#include "rewrite/names.h"
#include "rewrite/patch.h"
#include "rewrite/rewrite.h"

namespace ppp::rewrite {

/// What a transform is asked. All borrowed for the call.
struct Request {
  const advisor::Candidate& candidate;
  const advisor::SourceFile& source;  ///< the file of the loop
  const advisor::Project& project;
  const RewriteOptions& options;
  Names& names;      ///< of that file; names given out are taken from then on
  Imports& imports;  ///< of that file
  /// All of the plan, of which `candidate` is one; or none: its ranges are of
  /// another text.
  std::span<const advisor::Candidate> candidates = {};
};

/// A definition to stand before a statement of the module.
struct Definition {
  std::uint32_t before = 0;  ///< first byte of the top-level statement
  std::string text;          ///< no indentation, no final newline

  bool operator==(const Definition&) const = default;
};

/// A loop that a rewrite computes by arrays, beside others.
struct ArrayPart {
  std::size_t candidate = 0;  ///< index into the request's
  int operations = 0;         ///< by NumPy, in a turn of its innermost loop
  int conversions = 0;        ///< of lists, in an entry of the loop
  bool sums_turns = false;    ///< of loops inside, at once
  ArrayWork work = {};
  double takes_s = 0;  ///< predicted
};

/// A change of one file, complete but for the imports it asked for.
struct Rewrite {
  std::vector<Edit> edits;  ///< disjoint
  std::vector<Definition> definitions;
  Safety safety = Safety::kChecked;
  bool task_per_item = false;  ///< rather than chunks of items
  /// Processes compute ahead of a loop that may end, and send so many results
  /// at once; 0: none do.
  int ahead = 0;
  bool one_pool = false;  ///< for all entries of the loop
  /// Its workers import the script again: that must be guarded.
  bool imports_again = false;
  /// It changes functions beyond the loop: no other loop is rewritten with it.
  bool whole_program = false;
  bool needs_aiohttp = false;     ///< the rewritten program imports it
  int array_operations = 0;       ///< by NumPy, in a turn of its innermost loop
  int array_conversions = 0;      ///< of lists, in an entry of the loop
  bool array_sums_turns = false;  ///< of loops inside, at once
  ArrayWork array_work;
  /// Not empty: it computes all these, the request's own included, and the two
  /// numbers above are not used.
  std::vector<ArrayPart> together;
  ByteRange statements;  ///< of which it does so
  /// Not empty: the rewrite is tested, not proven, whatever the loop is.
  std::vector<advisor::Reason> assumptions;
  std::string summary;
};

using Proposal = std::variant<Rewrite, advisor::Reason>;

/// The analysis has noted it of the loop.
inline bool has_evidence(const advisor::Candidate& candidate,
                         std::string_view id) {
  return std::any_of(
      candidate.evidence.begin(), candidate.evidence.end(),
      [&](const advisor::Reason& known) { return known.id == id; });
}

/// Of the whole loop.
inline advisor::Reason refusal(const Request& request, std::string id,
                               std::string message) {
  return {std::move(id), std::move(message), {request.candidate.loop.span}};
}

/// What a rewrite assumes in which `places` come out with other last digits.
advisor::Reason within_tolerance(const advisor::HotLoop& loop,
                                 const std::vector<std::string>& places);

/// One row of the generated table.
struct Transform {
  const char* strategy;  ///< "process-pool"
  Proposal (*propose)(const Request&);
  /// Of the loop itself; the program's follows from the loop's share.
  double (*loop_speedup)(const advisor::Candidate&, const Rewrite&,
                         const RewriteOptions&);
};

/// All of transforms/*.cc, sorted by file name.
const std::vector<Transform>& transforms();

}  // namespace ppp::rewrite
