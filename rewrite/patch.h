// SPDX-License-Identifier: Apache-2.0
// Patch: changed source texts. Plain data; the value that stage 3 hands on.

#pragma once

#include <string>
#include <vector>

#include "base/edit.h"
#include "base/span.h"

namespace ppp::rewrite {

enum class Safety {
  kProven,    ///< equal by the analysis alone
  kChecked,   ///< kept only if the harness sees equal behaviour
  kShowOnly,  ///< shown, never applied
};

/// One loop's change.
struct Applied {
  std::string strategy;  ///< "process-pool"
  Span loop;             ///< in the original text
  Safety safety = Safety::kChecked;
  std::string summary;  ///< "runs score() in a process pool, results in order"
  /// Not empty: tested, not proven; what that takes for granted.
  std::vector<std::string> assumptions = {};

  bool operator==(const Applied&) const = default;
};

struct FilePatch {
  std::string path;  ///< absolute
  std::string file;  ///< as in spans
  std::string before;
  std::string after;

  bool operator==(const FilePatch&) const = default;
};

struct Patch {
  std::vector<Applied> applied;
  std::vector<FilePatch> files;  ///< sorted by path; only files that change
  /// Unified diff over all files, paths a/<file> and b/<file>, for patch -p1.
  std::string diff;

  bool operator==(const Patch&) const = default;
};

}  // namespace ppp::rewrite
