// SPDX-License-Identifier: Apache-2.0
#include "rewrite/rewrite.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "advisor/item_uses.h"
#include "rewrite/apply.h"
#include "rewrite/cost.h"
#include "rewrite/diff.h"
#include "rewrite/layout.h"
#include "rewrite/main_guard.h"
#include "rewrite/package_imports.h"
#include "rewrite/transform.h"
#include "rewrite/watched.h"

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::HotLoop;
using advisor::Node;
using advisor::Plan;
using advisor::Project;
using advisor::Reason;
using advisor::SourceFile;

/// New names of a module that others take all names from would become theirs.
std::optional<Reason> star_imported(const SourceFile& source,
                                    const Project& project) {
  std::string last = source.module().substr(source.module().rfind('.') + 1);
  std::optional<Reason> reason;
  for (const SourceFile& other : project.files) {
    if (&other == &source) continue;
    advisor::walk(other.root(), [&](Node node) {
      if (!node.is("wildcard_import")) return !reason;
      std::string_view from = node.parent().field("module_name").text();
      if (from.ends_with(last) || from.ends_with('.')) {
        reason = Reason{"star-imported",
                        "`from " + std::string(from) +
                            " import *` would take the new names, too",
                        {other.span(node.range())}};
      }
      return false;
    });
  }
  return reason;
}

bool allowed(const RewriteOptions& options, const std::string& strategy) {
  return options.strategies.empty() ||
         std::find(options.strategies.begin(), options.strategies.end(),
                   strategy) != options.strategies.end();
}

/// What a rewrite by arrays computes to other last digits.
void note_inexact(std::string_view strategy, const Candidate& candidate,
                  std::span<const Candidate> others, Rewrite& rewrite) {
  if (!strategy.starts_with("vectorize-")) return;
  auto note = [&](const Candidate& one) {
    if (!one.kernel || one.kernel->inexact.empty()) return;
    rewrite.assumptions.push_back(
        within_tolerance(one.loop, one.kernel->inexact));
  };
  if (rewrite.together.empty()) note(candidate);
  for (const ArrayPart& part : rewrite.together) note(others[part.candidate]);
}

Reason printed(const Candidate& candidate) {
  return {"shows-text",
          "an f-string prints the text of what would be changed (`{…=}`)",
          {candidate.loop.span}};
}

/// An edit begins in an expression of an f-string of which the program prints
/// the text, or which has to stay on its line (until 3.12).
std::optional<Reason> refuse_in_text(const SourceFile& source,
                                     const Candidate& candidate,
                                     const Rewrite& rewrite) {
  std::optional<Reason> found;
  advisor::walk(source.root(), [&](advisor::Node node) {
    if (!node.is("interpolation")) return !found;
    for (const Edit& edit : rewrite.edits) {
      if (edit.range.begin <= node.range().begin ||
          edit.range.begin >= node.range().end) {
        continue;
      }
      if (advisor::shows_text(node)) {
        found = printed(candidate);
      } else if (edit.text.find('\n') != std::string::npos) {
        found = Reason{"in-text",
                       "it stands in an f-string, and would need several lines",
                       {candidate.loop.span}};
      }
    }
    return !found;
  });
  return found;
}

/// Rather than do something else in place of the loop.
bool hands_work_out(std::string_view strategy) {
  return !without_workers(strategy) && !saves_memory(strategy);
}

Proposal ask(const Transform& transform, const Candidate& candidate,
             const SourceFile& source, const Project& project,
             const std::vector<Candidate>& candidates,
             const RewriteOptions& options, Names& names, Imports& imports) {
  if (candidate.loop.time_class == advisor::TimeClass::kUnknown) {
    return Reason{"not-measured",
                  "what the loop does with its time was not measured, and so "
                  "nothing can be predicted: `run` or `advise` the script",
                  {candidate.loop.span}};
  }
  if (!allowed(options, transform.strategy)) {
    return Reason{"strategy-not-allowed",
                  std::string(transform.strategy) + " was not asked for",
                  {candidate.loop.span}};
  }
  if (!candidate.work_obstacles.empty() && hands_work_out(transform.strategy)) {
    return candidate.work_obstacles.front();
  }
  const advisor::Node loop =
      advisor::node_at(source.root(), candidate.loop.range);
  if (loop && advisor::shows_text(loop)) return printed(candidate);
  if (auto taken = star_imported(source, project)) return *taken;
  if (auto seen = refuse_watched(project, transform.strategy)) return *seen;
  const RewriteOptions own = bounded(options, candidate);
  // Of the split text no others are known.
  const std::span<const Candidate> others = candidate.split.empty()
                                                ? std::span(candidates)
                                                : std::span<const Candidate>();
  Proposal made = transform.propose(
      {candidate, source, project, own, names, imports, others});
  if (Rewrite* rewrite = std::get_if<Rewrite>(&made)) {
    if (auto refused = refuse_in_text(source, candidate, *rewrite)) {
      return *refused;
    }
    note_inexact(transform.strategy, candidate, others, *rewrite);
  }
  return made;
}

/// The program that a candidate's ranges speak of: the given one, or where the
/// candidate needs that, one in which a function is split.
class Basis {
 public:
  /// `project` is borrowed.
  Basis(const Project& project, const Candidate& candidate)
      : project_(&project), file_(candidate.loop.span.file) {
    PPP_CHECK(project.find(file_) != nullptr);
    if (candidate.split.empty()) return;
    split_ = edited(project, source(), candidate.split);
  }

  const Project& project() const { return split_ ? *split_ : *project_; }
  const SourceFile& source() const { return *project().find(file_); }

 private:
  const Project* project_;
  std::string file_;
  std::optional<Project> split_;
};

/// What each package takes of the program's time, at a prediction for the
/// program with some packages imported anyway.
template <typename Predict>
std::map<std::string, double> import_shares(std::string_view strategy,
                                            RewriteOptions options,
                                            Predict predict) {
  std::map<std::string, double> shares;
  double before = 1 / predict(options);
  for (const std::string& package : packages_of(strategy)) {
    options.imported.insert(package);
    const double after = 1 / predict(options);
    shares[package] = before - after;
    before = after;
  }
  return shares;
}

/// With the time of all loops that the rewrite computes.
Candidate with_all(Candidate candidate, const Rewrite& made,
                   const std::vector<Candidate>& candidates) {
  if (made.together.empty()) return candidate;
  HotLoop& loop = candidate.loop;
  loop.share = 0;
  loop.cost = {};
  for (const ArrayPart& part : made.together) {
    const HotLoop& one = candidates[part.candidate].loop;
    loop.share += one.share;
    loop.cost.wall_s += one.cost.wall_s;
    loop.cost.cpu_s += one.cost.cpu_s;
    loop.cost.python_s += one.cost.python_s;
    loop.cost.native_s += one.cost.native_s;
  }
  return candidate;
}

Option option_for(const Transform& transform,
                  const std::vector<Candidate>& candidates, std::size_t index,
                  const Basis& basis, const RewriteOptions& options) {
  const Candidate& candidate = candidates[index];
  Option option;
  option.candidate = index;
  option.strategy = transform.strategy;
  Names names(basis.source());
  Imports imports(basis.source(), names);
  Proposal proposal = ask(transform, candidate, basis.source(), basis.project(),
                          candidates, options, names, imports);
  if (auto* refused = std::get_if<Reason>(&proposal)) {
    option.refused = *refused;
    return option;
  }
  Rewrite& made = std::get<Rewrite>(proposal);
  option.whole_program = made.whole_program;
  option.assumptions = std::move(made.assumptions);
  for (const ArrayPart& part : made.together) {
    option.together.push_back(part.candidate);
  }
  option.statements = made.statements;
  const Candidate whole = with_all(candidate, made, candidates);
  auto predict = [&](const RewriteOptions& with) {
    const double of_loop =
        transform.loop_speedup(whole, made, bounded(with, candidate));
    return program_speedup(whole.loop, of_loop, with);
  };
  option.predicted_speedup = predict(options);
  option.imports = import_shares(transform.strategy, options, predict);
  return option;
}

/// How much the refusal of a strategy says about the loop: the transforms that
/// are made for such loops come first.
int suits(std::string_view strategy, const Candidate& candidate) {
  const bool needs_workers = hands_work_out(strategy);
  if (needs_workers != candidate.work_obstacles.empty()) return 0;
  const bool waits = hardly_computes(candidate.loop);
  if (needs_workers) {
    return strategy == (waits ? "thread-pool" : "process-pool") ? 2 : 1;
  }
  return strategy == "numba" ? 2 : 1;
}

/// Everything that happens to one file.
struct Work {
  Work(const Project& project, const Candidate& first)
      : basis(project, first), source(&basis.source()), names(*source) {}
  Basis basis;
  const SourceFile* source;
  Names names;
  std::vector<std::pair<const Candidate*, const Transform*>> chosen;
};

std::uint32_t place_of_definition(const SourceFile& source,
                                  std::uint32_t before) {
  std::uint32_t at = whole_lines(source, {before, before}, true).begin;
  // A file's first lines (for the system, the licence) stay first.
  return at == 0 ? source.line_begin(source.line_of(before)) : at;
}

std::vector<Edit> definition_edits(const SourceFile& source,
                                   std::vector<Definition> definitions) {
  std::map<std::uint32_t, std::vector<std::string>> at;
  for (Definition& definition : definitions) {
    std::vector<std::string>& texts =
        at[place_of_definition(source, definition.before)];
    bool known =
        std::find(texts.begin(), texts.end(), definition.text) != texts.end();
    if (!known) texts.push_back(std::move(definition.text));
  }
  std::string newline = newline_of(source);
  std::vector<Edit> edits;
  for (const auto& [offset, texts] : at) {
    std::string all = missing_blank_lines(source, offset, 2);
    for (const std::string& text : texts) {
      all += text + newline + newline + newline;
    }
    edits.push_back({{offset, offset}, all});
  }
  return edits;
}

Result<std::string> rewrite_file(Work& work, const Plan& plan,
                                 const RewriteOptions& options,
                                 std::vector<Applied>& applied,
                                 bool& imports_again) {
  Imports imports(*work.source, work.names);
  std::vector<Edit> edits;
  std::vector<Definition> definitions;
  for (auto [candidate, transform] : work.chosen) {
    Proposal proposal =
        ask(*transform, *candidate, *work.source, work.basis.project(),
            plan.candidates, options, work.names, imports);
    if (auto* refused = std::get_if<Reason>(&proposal)) {
      return Error{Error::Kind::kUsage,
                   std::string(transform->strategy) + " does not fit line " +
                       std::to_string(candidate->loop.span.line) + ": " +
                       refused->message,
                   "choose among the options that are not refused"};
    }
    Rewrite& made = std::get<Rewrite>(proposal);
    imports_again = imports_again || made.imports_again;
    edits.insert(edits.end(), made.edits.begin(), made.edits.end());
    definitions.insert(definitions.end(), made.definitions.begin(),
                       made.definitions.end());
    applied.push_back(
        {transform->strategy, candidate->loop.span, made.safety, made.summary});
    for (const std::vector<Reason>* assumptions :
         {&candidate->assumptions, &std::as_const(made.assumptions)}) {
      for (const Reason& assumed : *assumptions) {
        applied.back().assumptions.push_back(assumed.message);
      }
    }
  }
  std::uint32_t first_definition = UINT32_MAX;
  for (const Definition& definition : definitions) {
    first_definition = std::min(first_definition, definition.before);
  }
  std::vector<Edit> all = imports.edits(first_definition);
  for (Edit& edit : definition_edits(*work.source, std::move(definitions))) {
    all.push_back(std::move(edit));
  }
  all.insert(all.end(), edits.begin(), edits.end());
  return apply_edits(work.source->text(), std::move(all));
}

/// The script with what its workers must not run again under a guard.
Result<std::string> guarded(const SourceFile& script, const std::string& text) {
  SourceFile changed =
      SourceFile::parse(script.file(), script.path(), script.module(), text);
  return apply_edits(text, ScriptTop(changed).guard());
}

Status guard_script(const SourceFile& script, std::vector<FilePatch>& files) {
  auto mine = std::find_if(files.begin(), files.end(), [&](const auto& file) {
    return file.path == script.path();
  });
  Result<std::string> after =
      guarded(script, mine == files.end() ? script.text() : mine->after);
  if (!after.ok()) return after.error();
  if (mine != files.end()) {
    mine->after = std::move(*after);
  } else if (*after != script.text()) {
    auto place = std::find_if(
        files.begin(), files.end(),
        [&](const FilePatch& file) { return file.path > script.path(); });
    files.insert(place, {script.path(), script.file(), script.text(),
                         std::move(*after)});
  }
  return Done{};
}

const Transform* find_transform(const std::string& strategy) {
  for (const Transform& transform : transforms()) {
    if (transform.strategy == strategy) return &transform;
  }
  return nullptr;
}

Status check_sources(const Plan& plan, const Project& project) {
  for (const advisor::SourceStamp& stamp : plan.sources) {
    const SourceFile* source = project.find(stamp.file);
    bool same =
        source != nullptr &&
        XXH3_64bits(source->text().data(), source->text().size()) == stamp.hash;
    if (!same) {
      return Error{Error::Kind::kUsage,
                   stamp.file + " is not the file that the plan was made for",
                   "make the plan again"};
    }
  }
  return Done{};
}

/// The statements that a rewrite of the loop is put around.
ByteRange rewritten_range(const SourceFile& source, const HotLoop& loop) {
  if (loop.kind == advisor::LoopKind::kSequence) return loop.range;
  advisor::Node node = advisor::node_at(source.root(), loop.range);
  for (advisor::Node outer = node.parent();
       outer && !outer.is("block") && !outer.is("module");
       outer = node.parent()) {
    node = outer;
  }
  return node ? node.range() : loop.range;
}

Status check_choice(const Plan& plan, const Project& project,
                    const std::vector<Option>& chosen) {
  auto wrong = [](std::string what) {
    return Error{Error::Kind::kUsage, std::move(what),
                 "choose among the options of the plan"};
  };
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i].candidate >= plan.candidates.size()) {
      return wrong("no candidate " + std::to_string(chosen[i].candidate));
    }
    if (find_transform(chosen[i].strategy) == nullptr) {
      return wrong("no strategy is called " + chosen[i].strategy);
    }
    const HotLoop& loop = plan.candidates[chosen[i].candidate].loop;
    if (project.find(loop.span.file) == nullptr) {
      return wrong(loop.span.file + " is not part of the project");
    }
    if (chosen[i].whole_program && chosen.size() > 1) {
      return wrong("no other loop can be rewritten with " + chosen[i].strategy);
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (collide(plan, project, chosen[k], chosen[i])) {
        return wrong("two chosen loops share a statement");
      }
    }
  }
  return Done{};
}

}  // namespace

RewriteOptions bounded(RewriteOptions options, const Candidate& candidate) {
  const int most = candidate.work.most_workers;
  if (most == 0) return options;
  for (int* bound : {&options.workers, &options.threads, &options.tasks}) {
    *bound = std::min(*bound, most);
  }
  return options;
}

bool share_statement(const Project& project, const Candidate& a,
                     const Candidate& b) {
  const SourceFile* source = project.find(a.loop.span.file);
  if (a.loop.span.file != b.loop.span.file || !source) return false;
  if (!a.split.empty() || !b.split.empty()) return true;
  return rewritten_range(*source, a.loop)
      .overlaps(rewritten_range(*source, b.loop));
}

bool collide(const Plan& plan, const Project& project, const Option& a,
             const Option& b) {
  auto all = [](const Option& one) {
    return one.together.empty() ? std::vector{one.candidate} : one.together;
  };
  auto around = [&](const Option& one, const Candidate& loop) {
    const HotLoop& own = plan.candidates[one.candidate].loop;
    const SourceFile* source = project.find(own.span.file);
    return !one.statements.empty() && source &&
           own.span.file == loop.loop.span.file &&
           (!loop.split.empty() ||
            one.statements.overlaps(rewritten_range(*source, loop.loop)));
  };
  for (const std::size_t i : all(a)) {
    for (const std::size_t k : all(b)) {
      const Candidate& one = plan.candidates[i];
      const Candidate& other = plan.candidates[k];
      if (i == k || share_statement(project, one, other) || around(a, other) ||
          around(b, one)) {
        return true;
      }
    }
  }
  const bool files = plan.candidates[a.candidate].loop.span.file ==
                     plan.candidates[b.candidate].loop.span.file;
  return files && !a.statements.empty() && !b.statements.empty() &&
         a.statements.overlaps(b.statements);
}

bool without_workers(std::string_view strategy) {
  return strategy.starts_with("vectorize-") || strategy == "numba" ||
         strategy == "gpu";
}

Reason within_tolerance(const advisor::HotLoop& loop,
                        const std::vector<std::string>& places) {
  std::string all;
  for (const std::string& what : places) {
    all += (all.empty() ? "" : ", ") + what;
  }
  return {"within-tolerance",
          "has other last digits, which the tolerance allows, and what depends "
          "on them does not go another way: " +
              all,
          {loop.span}};
}

bool reads_files(const advisor::Candidate& candidate) {
  return has_evidence(candidate, "file-table");
}

bool saves_memory(std::string_view strategy) { return strategy == "dask"; }

std::optional<StartMethod> start_method_named(std::string_view name) {
  if (name == "auto") return StartMethod::kAuto;
  if (name == "fork") return StartMethod::kFork;
  if (name == "forkserver") return StartMethod::kForkserver;
  if (name == "spawn") return StartMethod::kSpawn;
  return std::nullopt;
}

std::vector<Option> options_for(const Plan& plan, const Project& project,
                                const RewriteOptions& given) {
  RewriteOptions options = given;
  options.imported = imported_by(project);
  std::vector<Option> all;
  for (std::size_t i = 0; i < plan.candidates.size(); ++i) {
    std::vector<Option> mine;
    const Basis basis(project, plan.candidates[i]);
    for (const Transform& transform : transforms()) {
      mine.push_back(option_for(transform, plan.candidates, i, basis, options));
    }
    const Candidate& candidate = plan.candidates[i];
    std::stable_sort(
        mine.begin(), mine.end(), [&](const Option& a, const Option& b) {
          if (a.refused.has_value() != b.refused.has_value()) {
            return !a.refused.has_value();
          }
          if (!a.refused) {
            return a.predicted_speedup > b.predicted_speedup;
          }
          return suits(a.strategy, candidate) > suits(b.strategy, candidate);
        });
    all.insert(all.end(), mine.begin(), mine.end());
  }
  return all;
}

Result<Patch> rewrite(const Plan& plan, const Project& project,
                      const std::vector<Option>& chosen,
                      const RewriteOptions& options) {
  if (Status ok = check_sources(plan, project); !ok.ok()) return ok.error();
  if (Status ok = check_choice(plan, project, chosen); !ok.ok()) {
    return ok.error();
  }
  std::map<std::string, Work> files;
  for (const Option& option : chosen) {
    const Candidate& candidate = plan.candidates[option.candidate];
    const SourceFile* source = project.find(candidate.loop.span.file);
    files.try_emplace(source->path(), project, candidate)
        .first->second.chosen.emplace_back(&candidate,
                                           find_transform(option.strategy));
  }
  Patch patch;
  bool imports_again = false;
  for (auto& [path, work] : files) {
    std::stable_sort(work.chosen.begin(), work.chosen.end(),
                     [](const auto& a, const auto& b) {
                       return a.first->loop.range < b.first->loop.range;
                     });
    Result<std::string> after =
        rewrite_file(work, plan, options, patch.applied, imports_again);
    if (!after.ok()) return after.error();
    const SourceFile& before = *project.find(work.source->file());
    patch.files.push_back(
        {path, before.file(), before.text(), std::move(*after)});
  }
  if (imports_again) {
    Status guard = guard_script(project.files[0], patch.files);
    if (!guard.ok()) return guard.error();
  }
  Result<std::string> diff = unified_diff(patch.files);
  if (!diff.ok()) return diff.error();
  patch.diff = std::move(*diff);
  return patch;
}

}  // namespace ppp::rewrite
