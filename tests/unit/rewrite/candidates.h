// SPDX-License-Identifier: Apache-2.0
// Hand-made candidates: byte ranges are found by text search.

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "rewrite/rewrite.h"

namespace ppp::rewrite {

/// A one-file project and a plan for it.
class Program {
 public:
  explicit Program(std::string text, std::string file = "main.py") {
    project_.files.push_back(advisor::SourceFile::parse(
        file, "/p/" + file, "__main__", std::move(text)));
  }

  const std::string& text() const { return project_.files[0].text(); }

  ByteRange find(const std::string& what) const {
    std::size_t at = text().find(what);
    EXPECT_NE(at, std::string::npos) << what;
    auto begin = static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(what.size())};
  }

  /// A candidate for the loop that begins with `loop`; CPU-bound, a list as
  /// the source, the work leads.
  advisor::Candidate& add(const std::string& loop) {
    advisor::Candidate candidate;
    advisor::Node node =
        advisor::node_at(project_.files[0].root(),
                         {0, static_cast<std::uint32_t>(text().size())});
    ByteRange start = find(loop);
    advisor::walk(project_.files[0].root(), [&](advisor::Node inner) {
      bool kind = inner.is("for_statement") || inner.is("while_statement") ||
                  inner.kind().ends_with("comprehension") ||
                  inner.is("generator_expression");
      if (kind && inner.range().begin == start.begin) node = inner;
      return true;
    });
    candidate.loop.range = node.range();
    candidate.loop.span = project_.files[0].span(node.range());
    candidate.loop.share = 0.9;
    candidate.source_repeatable = true;
    candidate.source_sized = true;
    candidate.failure_unseen = true;
    candidate.work.leads = true;
    plan_.candidates.push_back(candidate);
    return plan_.candidates.back();
  }

  /// The text after applying `strategy` to all candidates, or "refused: id".
  std::string after(const std::string& strategy = "process-pool",
                    const RewriteOptions& options = {}) const {
    std::vector<Option> chosen;
    for (const Option& option : options_for(plan_, project_, options)) {
      if (option.strategy != strategy) continue;
      if (option.refused) return "refused: " + option.refused->id;
      chosen.push_back(option);
    }
    Result<Patch> patch = rewrite(plan_, project_, chosen, options);
    if (!patch.ok()) return "error: " + patch.error().what;
    return patch->files.at(0).after;
  }

  advisor::Plan& plan() { return plan_; }
  const advisor::Plan& plan() const { return plan_; }
  const advisor::Project& project() const { return project_; }

 private:
  advisor::Project project_;
  advisor::Plan plan_;
};

}  // namespace ppp::rewrite
