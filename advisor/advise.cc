// SPDX-License-Identifier: Apache-2.0
#include "advisor/advise.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <numeric>
#include <set>

#include "advisor/awaited.h"
#include "advisor/clock.h"
#include "advisor/dependence.h"
#include "advisor/library.h"
#include "advisor/loop_shape.h"
#include "advisor/loops.h"
#include "advisor/remedy.h"
#include "advisor/rows.h"
#include "advisor/sequence.h"
#include "advisor/slices.h"

namespace ppp::advisor {
namespace {

bool is_around(const Loop& outer, const Loop& inner) {
  return outer.source == inner.source && outer.hot.range != inner.hot.range &&
         outer.hot.range.contains(inner.hot.range);
}

bool may_stop_short(const Loop& loop) {
  const Node body = loop.node.field("body");
  return loop.hot.kind == LoopKind::kGeneratorExpression ||
         !exits_in(body).empty() || !endings_in(body).empty();
}

bool leaves_stack(Node loop) {
  bool awaits = false;
  walk(loop, [&](Node node) {
    awaits = awaits || node.is("await");
    return !awaits;
  });
  return awaits;
}

void count_iterations(const profiler::Profile& profile, Loop& counted) {
  HotLoop& loop = counted.hot;
  if (loop.kind == LoopKind::kWhile || loop.kind == LoopKind::kMapCall ||
      loop.kind == LoopKind::kKeyCall || loop.kind == LoopKind::kRowCall) {
    return;  // nothing was read of them
  }
  const profiler::LoopFact* fact = profiler::loop_fact(
      profile, loop.span.file, loop.span.line, loop.span.end_line);
  if (!fact) return;
  // Where it goes on after a wait the profiler takes it for another entry.
  if (!leaves_stack(counted.node)) loop.entries = fact->entries;
  loop.iterations = fact->iterations;
  // Not all that its source holds, but what its speed tells.
  if (fact->per_second > 0 && may_stop_short(counted)) {
    const auto reached =
        std::max<std::int64_t>(1, std::llround(fact->per_second * fact->wall_s /
                                               std::max(1.0, fact->entries)));
    const bool endless = loop.iterations == 0;
    loop.iterations = endless ? reached : std::min(loop.iterations, reached);
  }
}

using SampledLines = std::map<std::string, std::set<int>>;

SampledLines sampled_lines(const profiler::Profile& profile) {
  SampledLines lines;
  for (const profiler::Frame& frame : profile.frames) {
    lines[frame.file].insert(frame.line);
  }
  return lines;
}

bool is_sampled(const SampledLines& lines, const Span& span) {
  auto file = lines.find(span.file);
  if (file == lines.end()) return false;
  auto line = file->second.lower_bound(span.line);
  return line != file->second.end() && *line <= span.end_line;
}

void measure(const profiler::Profile& profile, double whole, HotLoop& loop) {
  loop.cost = cost_of_lines(profile, loop.span);
  loop.time_class = classify(loop.cost);
  loop.share = whole > 0 ? std::min(1.0, loop.cost.wall_s / whole) : 0;
}

std::vector<Loop> hot_loops(const profiler::Profile& profile,
                            const std::vector<Loop>& loops,
                            const AdviseOptions& options) {
  double whole = sampled_wall_s(profile);
  const SampledLines sampled = sampled_lines(profile);
  std::vector<Loop> hot;
  for (Loop loop : loops) {
    const bool cold = !options.every_loop && options.min_share > 0 &&
                      !is_sampled(sampled, loop.hot.span);
    if (cold) continue;
    if (options.every_loop) {
      loop.hot.share = 1;
    } else {
      measure(profile, whole, loop.hot);
      count_iterations(profile, loop);
    }
    if (loop.hot.share >= options.min_share) hot.push_back(std::move(loop));
  }
  std::stable_sort(hot.begin(), hot.end(), [](const Loop& a, const Loop& b) {
    return a.hot.share > b.hot.share;
  });
  return hot;
}

std::vector<std::size_t> in_order(const std::vector<Loop>& hot) {
  std::vector<std::size_t> order(hot.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return precedes(hot[a].hot, hot[b].hot);
                   });
  return order;
}

// A sequence is no loop that would have to be explained: it is only spoken of
// if its calls may run at once.
void add_sequences(const profiler::Profile& profile, const Project& project,
                   const AdviseOptions& options, std::vector<Loop>& hot,
                   std::vector<Judgement>& judgements) {
  const double whole = sampled_wall_s(profile);
  const SampledLines lines = sampled_lines(profile);
  bool too_much =
      std::any_of(judgements.begin(), judgements.end(),
                  [](const Judgement& one) { return one.too_much; });
  for (const SourceFile& source : project.files) {
    if (!options.every_loop && !lines.contains(source.file())) continue;
    for (Loop& run : find_sequences(source)) {
      if (too_much) return;
      if (!options.every_loop) {
        if (!is_sampled(lines, run.hot.span)) continue;
        measure(profile, whole, run.hot);
        if (run.hot.share < 2 * options.min_share) continue;
      }
      Judgement judgement =
          judge_sequence(project, builtin_library(), run, hot,
                         options.every_loop ? nullptr : &profile,
                         options.min_share * whole, options.stop);
      too_much = judgement.too_much;
      if (!judgement.candidate) continue;
      run.hot.share = 1;
      if (!options.every_loop) measure(profile, whole, run.hot);
      judgement.candidate->loop = run.hot;
      hot.push_back(std::move(run));
      judgements.push_back(std::move(judgement));
    }
  }
}

bool becomes_quick(const Judgement& one) {
  return one.candidate &&
         (one.candidate->kernel || !one.candidate->work_obstacles.empty());
}

/// Of the time, what is left when loops that become arrays and the like take
/// next to none.
double left_share(const std::vector<Loop>& hot,
                  const std::vector<Judgement>& judgements) {
  double left = 1;
  for (std::size_t i = 0; i < hot.size(); ++i) {
    if (!becomes_quick(judgements[i])) continue;
    bool counted = false;
    for (std::size_t j = 0; j < hot.size(); ++j) {
      counted = counted || (j != i && becomes_quick(judgements[j]) &&
                            is_around(hot[j], hot[i]));
    }
    if (!counted) left -= hot[i].hot.share;
  }
  return std::max(0.0, left);
}

// A loop that could gain nothing by itself is looked at, too, where others
// become arrays: it may keep these from handing theirs on to it, and takes a
// larger share of the time that is left.
void add_short_loops(const profiler::Profile& profile, const Project& project,
                     const std::vector<Loop>& loops,
                     const AdviseOptions& options, std::vector<Loop>& hot,
                     std::vector<Judgement>& judgements) {
  constexpr double kShort = 0.2;  // of the share of a hot one
  const auto hands_on = [](const Judgement& one) {
    return one.candidate && one.candidate->kernel &&
           !one.candidate->kernel->of_frames() &&
           !one.candidate->kernel->of_arrays();
  };
  if (!std::any_of(judgements.begin(), judgements.end(), becomes_quick)) return;
  const bool chain =
      std::any_of(judgements.begin(), judgements.end(), hands_on);
  const double least = options.min_share * left_share(hot, judgements);
  AdviseOptions lower = options;
  lower.min_share *= kShort;
  if (!chain) lower.min_share = std::max(lower.min_share, least);
  std::vector<Loop> all = hot_loops(profile, loops, lower);
  std::erase_if(all, [&](const Loop& loop) {
    return loop.hot.share >= options.min_share ||
           std::any_of(hot.begin(), hot.end(), [&](const Loop& other) {
             return is_around(other, loop);
           });
  });
  if (all.empty()) return;
  std::vector<Judgement> more =
      judge(project, builtin_library(), all, &profile, options.stop);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool weighs = becomes_quick(more[i]) && all[i].hot.share >= least;
    if (!weighs && !(chain && hands_on(more[i]))) continue;
    more[i].candidate->work_obstacles.push_back(
        {"short-loop",
         "the loop takes too little of the time to be given to workers",
         {all[i].hot.span}});
    hot.push_back(std::move(all[i]));
    judgements.push_back(std::move(more[i]));
  }
}

/// The loop after `edits` of its file, in a project where they are done.
std::optional<Loop> edited_loop(const Loop& loop, const SourceFile& edited,
                                const std::vector<Edit>& edits) {
  const ByteRange range = {moved(loop.hot.range.begin, edits),
                           moved(loop.hot.range.end, edits)};
  for (Loop& one : find_loops(edited)) {
    // What is put behind its last statement may be part of it.
    const bool same = one.hot.kind == loop.hot.kind &&
                      one.hot.range.begin == range.begin &&
                      one.hot.range.contains(range);
    if (!same) continue;
    const ByteRange whole = one.hot.range;
    one.hot = loop.hot;
    one.hot.range = whole;
    return std::move(one);
  }
  return std::nullopt;
}

Reason stays_in_order(const Cut& cut) {
  const Span& place = cut.trailing.front();
  return {"split-function",
          "what `" + cut.function + "` does from line " +
              std::to_string(place.line) +
              " on, in a second function, stays in the loop and in order",
          {place}};
}

/// The same program with the cut: what the loop is then goes to `judgement`.
/// Why it is still declined is given back.
std::vector<Reason> try_cut(const Project& project,
                            const profiler::Profile* profile,
                            const std::function<bool()>& stop, const Loop& hot,
                            const Cut& cut, Judgement& judgement) {
  const Project split = edited_in_place(project, *hot.source, cut.edits);
  const std::optional<Loop> loop =
      edited_loop(hot, *split.find(hot.source->file()), cut.edits);
  if (!loop) return {};
  Judgement again =
      judge(split, builtin_library(), {*loop}, profile, stop).front();
  for (auto* made : {&again.candidate, &again.unproven}) {
    if (!*made) continue;
    (*made)->split = cut.edits;
    (*made)->work_share *= cut.share;
    (*made)->evidence.push_back(stays_in_order(cut));
  }
  judgement.candidate = std::move(again.candidate);
  if (again.unproven && !judgement.unproven) {
    judgement.unproven = std::move(again.unproven);
    judgement.reasons = again.reasons;
  }
  return std::move(again.reasons);
}

/// Loops that are declined for what a function does at its end: the same
/// program, in which that function is two.
void try_splits(const Project& project, const profiler::Profile* profile,
                const std::function<bool()>& stop, const std::vector<Loop>& hot,
                std::vector<Judgement>& judgements) {
  for (std::size_t i = 0; i < hot.size(); ++i) {
    Judgement& judgement = judgements[i];
    std::vector<Reason> known = judgement.reasons;
    const Cut* tried = nullptr;
    for (const Cut* cut = next_cut(judgement.cuts, known);
         cut && cut != tried && !judgement.candidate;
         cut = next_cut(judgement.cuts, known)) {
      tried = cut;
      const std::vector<Reason> more =
          try_cut(project, profile, stop, hot[i], *cut, judgement);
      known.insert(known.end(), more.begin(), more.end());
    }
  }
}

/// Loops whose work threads cannot do, for what stands at the end of a `with`
/// in it.
void try_tails(const Project& project, const profiler::Profile* profile,
               const std::function<bool()>& stop, const std::vector<Loop>& hot,
               std::vector<Judgement>& judgements) {
  for (std::size_t i = 0; i < hot.size(); ++i) {
    Judgement& judgement = judgements[i];
    for (const Tail& tail : judgement.tails) {
      if (may_use_threads(judgement)) break;
      const SourceFile& source = *hot[i].source;
      const Project moved = edited_in_place(project, source, tail.edits);
      std::optional<Loop> loop =
          edited_loop(hot[i], *moved.find(source.file()), tail.edits);
      if (!loop) continue;
      Judgement again =
          judge(moved, builtin_library(), {*loop}, profile, stop).front();
      if (!may_use_threads(again)) continue;
      for (auto* made : {&again.candidate, &again.unproven}) {
        if (!*made) continue;
        (*made)->split = tail.edits;
        (*made)->tail_moved = true;
        (*made)->evidence.push_back(
            {"left-earlier",
             "what the `with` does from line " +
                 std::to_string(tail.place.line) +
                 " on needs nothing of it, and stays in the loop behind it",
             {tail.place}});
      }
      judgement.candidate = std::move(again.candidate);
      judgement.unproven = std::move(again.unproven);
      judgement.reasons = std::move(again.reasons);
      // They are ways to change the program as it was.
      judgement.inherited.reset();
      judgement.cuts.clear();
      judgement.storings.clear();
      break;
    }
  }
}

/// What was found in the program with `storing` done, as a candidate of the
/// program as it is; nothing if the storing is not sound then.
std::optional<Candidate> with_storing(const SourceFile& source,
                                      const Storing& storing, Candidate made) {
  made.split = composed(storing.edits, std::move(made.split),
                        static_cast<std::uint32_t>(source.text().size()));
  const SourceFile changed = source.edited(made.split);
  if (!is_part_of_work(made, changed, storing)) return std::nullopt;
  made.evidence.push_back(
      {"stored-later",
       "what the statement on line " + std::to_string(storing.place.line) +
           " reads is written to its file in the loop, and in order",
       {storing.place}});
  std::vector<Reason> assumed = assumed_of(made, storing);
  if (assumed.empty()) return made;
  std::erase_if(made.evidence, [](const Reason& reason) {
    return reason.id == "static-proof";
  });
  made.work.repeatable = false;
  made.assumptions.insert(made.assumptions.end(), assumed.begin(),
                          assumed.end());
  return made;
}

/// Loops that are declined for what a statement writes while it reads.
void try_storings(const Project& project, const profiler::Profile* profile,
                  const std::function<bool()>& stop,
                  const std::vector<Loop>& hot,
                  std::vector<Judgement>& judgements) {
  for (std::size_t i = 0; i < hot.size(); ++i) {
    Judgement& judgement = judgements[i];
    for (const Storing& storing : judgement.storings) {
      if (has_workers(judgement)) break;
      const SourceFile& source = *hot[i].source;
      const Project stored = edited_in_place(project, source, storing.edits);
      std::optional<Loop> loop =
          edited_loop(hot[i], *stored.find(source.file()), storing.edits);
      if (!loop) continue;
      const std::vector<Loop> loops = {std::move(*loop)};
      std::vector<Judgement> again =
          judge(stored, builtin_library(), loops, profile, stop);
      // Where it stands in a function, that is cut between the two.
      const auto cut = std::find_if(
          again[0].cuts.rbegin(), again[0].cuts.rend(), [&](const Cut& one) {
            return one.trailing.front().line == storing.place.end_line + 1;
          });
      if (cut != again[0].cuts.rend() && !has_workers(again[0])) {
        try_cut(stored, profile, stop, loops[0], *cut, again[0]);
      }
      for (auto* made : {&again[0].candidate, &again[0].unproven}) {
        if (!*made) continue;
        auto whole = with_storing(source, storing, std::move(**made));
        if (!whole) continue;
        if (whole->assumptions.empty()) {
          judgement.candidate = std::move(whole);
        } else if (!judgement.unproven) {
          judgement.candidate.reset();
          judgement.reasons = whole->assumptions;
          judgement.unproven = std::move(whole);
        }
        break;
      }
    }
  }
}

/// A pool stays around a loop only where nothing else there gets processes or
/// threads of its own: forking beside those of a pool may deadlock.
void keep_pools_apart(const Project& project, Plan& plan) {
  std::vector<const HotLoop*> possible;
  for (const Candidate& one : plan.candidates) {
    if (one.work_obstacles.empty()) possible.push_back(&one.loop);
  }
  for (const Decline& one : plan.declines) {
    if (one.unproven) possible.push_back(&one.loop);
  }
  auto runs_in = [](const HotLoop& loop, const Span& around) {
    return std::find(loop.inside.begin(), loop.inside.end(), around) !=
           loop.inside.end();
  };
  for (Candidate& candidate : plan.candidates) {
    if (!candidate.pool_around) continue;
    const HotLoop& loop = candidate.loop;
    const Span around =
        project.find(loop.span.file)->span(*candidate.pool_around);
    const bool shared = std::any_of(
        possible.begin(), possible.end(), [&](const HotLoop* other) {
          return other != &loop && runs_in(*other, around) &&
                 !runs_in(*other, loop.span) && !runs_in(loop, other->span);
        });
    if (shared) candidate.pool_around.reset();
  }
}

// Every file with samples that has the name of a project file must have the
// lines that were sampled.
Status belongs(const profiler::Profile& profile, const Project& project) {
  for (const profiler::Frame& frame : profile.frames) {
    const SourceFile* source = project.find(frame.file);
    if (!source) continue;
    int last =
        source->line_of(static_cast<std::uint32_t>(source->text().size()));
    if (frame.line > last) {
      return Error{Error::Kind::kUsage,
                   "the profile has samples on line " +
                       std::to_string(frame.line) + " of " + frame.file +
                       ", which has only " + std::to_string(last) + " lines",
                   "profile the program again: the file has changed since"};
    }
  }
  return Done{};
}

}  // namespace

Result<Plan> advise(const profiler::Profile& recorded, const Project& project,
                    const AdviseOptions& options) {
  Status fits = belongs(recorded, project);
  if (!fits.ok()) return fits.error();
  const profiler::Profile profile = with_awaits(recorded, project);
  // Of the lines, where there is something to know of them.
  const profiler::Profile* lines =
      options.every_loop || profile.origin.whole_functions ? nullptr : &profile;
  std::vector<Loop> loops;
  for (const SourceFile& source : project.files) {
    std::vector<Loop> more = find_loops(source);
    loops.insert(loops.end(), more.begin(), more.end());
  }
  for (Loop& loop : loops) {
    loop.tolerant = options.tolerant;
    loop.large = options.large;
  }
  // Neither needs the other.
  auto clock = std::async(std::launch::async,
                          [&] { return clock_use(project, options.stop); });
  Plan plan;
  for (const SourceFile& source : project.files) {
    plan.sources.push_back(
        {source.path(), source.file(),
         XXH3_64bits(source.text().data(), source.text().size())});
  }
  std::vector<Loop> hot = hot_loops(profile, loops, options);
  std::vector<Judgement> judgements =
      judge(project, builtin_library(), hot, lines, options.stop);
  try_tails(project, lines, options.stop, hot, judgements);
  try_splits(project, lines, options.stop, hot, judgements);
  try_storings(project, lines, options.stop, hot, judgements);
  try_rows(project, options.stop, hot, judgements);
  if (options.every_loop || lines) {
    add_sequences(profile, project, options, hot, judgements);
  }
  if (lines) {
    add_short_loops(profile, project, loops, options, hot, judgements);
  }
  plan.clock = clock.get();
  for (std::size_t i = 0; i < hot.size(); ++i) {
    for (std::size_t j = 0; j < hot.size(); ++j) {
      if (i == j) continue;
      const auto& inner = judgements[j].inner_loops;
      bool runs_inside =
          is_around(hot[j], hot[i]) ||
          std::find(inner.begin(), inner.end(), hot[i].node) != inner.end();
      if (runs_inside) hot[i].hot.inside.push_back(hot[j].hot.span);
    }
  }
  for (std::size_t i : in_order(hot)) {
    Judgement& judgement = judgements[i];
    for (auto* made : {&judgement.candidate, &judgement.unproven}) {
      if (!*made) continue;
      (*made)->loop.inside = hot[i].hot.inside;
      if (!options.every_loop) (*made)->loop.time_class = hot[i].hot.time_class;
    }
    if (judgement.candidate) {
      plan.candidates.push_back(std::move(*judgement.candidate));
    } else {
      add_remedies(project, hot[i], judgement.reasons);
      plan.declines.push_back({hot[i].hot, std::move(judgement.reasons),
                               std::move(judgement.unproven)});
    }
  }
  keep_pools_apart(project, plan);
  if (!options.every_loop) give_slices(project, options.stop, plan);
  return plan;
}

}  // namespace ppp::advisor
