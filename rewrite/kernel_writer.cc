// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_writer.h"

#include <algorithm>

#include "rewrite/kernel_lines.h"
#include "rewrite/layout.h"
#include "rewrite/names.h"

namespace ppp::rewrite {

using advisor::Kernel;
using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelStep;

std::vector<HelperLine> wrapped(const HelperLine& line) {
  constexpr std::size_t kUnit = 4;
  std::size_t equals = std::string::npos;
  for (const char* sign : {" = ", " += ", " -= "}) {
    const std::size_t found = line.text.find(sign);
    if (equals == std::string::npos && found != std::string::npos) {
      equals = line.text.find("= ", found);
    }
  }
  const bool fits =
      kUnit * static_cast<std::size_t>(line.depth) + line.text.size() <= kWidth;
  if (fits || equals == std::string::npos || line.text.starts_with("for ") ||
      line.text.starts_with("if ")) {
    return {line};
  }
  std::vector<HelperLine> lines = {
      {line.depth, line.text.substr(0, equals) + "= ("}};
  const std::size_t room =
      kWidth - kUnit * static_cast<std::size_t>(line.depth + 1);
  std::string rest = line.text.substr(equals + 2);
  while (rest.size() > room) {
    std::size_t at = std::string::npos;
    for (std::string_view sign : {" + ", " - ", " * ", " / ", " & ", " | "}) {
      const std::size_t found = rest.rfind(sign, room);
      if (found == std::string::npos || found == 0) continue;
      if (at == std::string::npos || found > at) at = found;
    }
    if (at == std::string::npos) break;
    lines.push_back({line.depth + 1, rest.substr(0, at)});
    rest = rest.substr(at + 1);
  }
  lines.push_back({line.depth + 1, rest});
  lines.push_back({line.depth, ")"});
  return lines.size() == 3 ? std::vector{line} : lines;
}

const KernelInput& KernelLines::input(const std::string& name) const {
  return *std::find_if(
      kernel_.inputs.begin(), kernel_.inputs.end(),
      [&](const KernelInput& one) { return one.name == name; });
}

std::string KernelLines::fresh(const std::string& wish) {
  std::string name = wish;
  for (int i = 2; taken_.contains(name) || reserved_word(name); ++i) {
    name = wish + "_" + std::to_string(i);
  }
  taken_.insert(name);
  return name;
}

/// What an index is called: a loop through items has a name for none.
std::string KernelLines::variable(const std::string& index) {
  if (!index.starts_with('#')) return index;
  std::string& name = unnamed_[index];
  if (name.empty()) name = fresh("index");
  return name;
}

void KernelLines::note_names(const KernelExpr& value) {
  taken_.insert(value.text);
  for (const KernelExpr& part : value.parts) note_names(part);
}

void KernelLines::note_names(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) {
    taken_.insert(step.name);
    taken_.insert(step.running);
    note_names(step.value);
    if (step.kind == KernelStep::Kind::kLoop) taken_.insert(step.loop.index);
    for (const std::string& list : step.loop.lists) taken_.insert(list);
    note_names(step.body);
    note_names(step.otherwise);
  }
}

KernelText KernelLines::write(const std::string& name,
                              const std::string& loop) {
  if (kernel_.loop.stop.text.starts_with("min(")) {
    sizes_[kernel_.loop.stop.text] = fresh("size");
  }
  if (!columns() && !kernel_.of_arrays() && !kernel_.of_frames()) {
    find_sums(kernel_.steps);
    result_.sums_turns = !sums_.empty();
  }
  survey_loop(kernel_.loop);
  find_truths();
  find_picked();
  survey(kernel_.steps);
  std::erase_if(steady_, [&](const std::string& input) {
    return !by_lanes_.contains(input) || changed_.contains(input);
  });
  find_choices();
  find_growing(kernel_.steps);
  need_lengths();
  ask_types();
  if (!on_arrays_) ask_apart();
  ask_room();
  for (const KernelInput& input : kernel_.inputs) {
    if (input.kind == KernelInput::Kind::kColumn) continue;
    if (is_given(input.name) || !input.of.empty()) continue;
    result_.parameters.push_back(input.name);
  }
  if (!steady_.empty()) {
    result_.keeps = true;
    result_.parameters.push_back(kept_);
  }
  ask_arrays();
  ask_frames();
  for (const auto& [text, size] : sizes_) line(size + " = " + text);
  refuse_any(early_);
  convert_steady();
  convert();
  refuse_any(late_);
  std::vector<HelperLine> before = std::exchange(lines_, {});
  depth_ = kOutermost;
  if (fits_strips()) begin_strips();
  result_.work.in_strips = in_strips_;
  if (counted_.contains(kernel_.loop.index)) {
    sure_[kernel_.loop.index] = 1;
    line(variable(kernel_.loop.index) + " = " + range_text(rows()) +
         (columns() ? "[:, None]" : ""));
  }
  write(kernel_.steps);
  if (in_strips_) end_strips();
  result_.lines.push_back(
      {0, fmt::format("def {}({}):", name, joined(result_.parameters))});
  result_.lines.push_back(
      {1, fmt::format("\"\"\"{}: {}.{}\"\"\"",
                      on_arrays_ ? "On arrays" : "By arrays", loop,
                      !result_.may_refuse ? ""
                      : std::string_view(refusal()) == "return None"
                          ? " None: they would differ."
                          : " False: not done, they would "
                            "differ.")});
  auto& all = result_.lines;
  all.insert(all.end(), before.begin(), before.end());
  if (raises()) {
    // Numbers of NumPy warn, once for each place, where arrays would.
    all.push_back({1, "try:"});
    all.push_back({2, fmt::format("with {}.errstate(divide=\"raise\", "
                                  "over=\"raise\", invalid=\"raise\"):",
                                  np_)});
  } else if (floats_) {
    all.push_back(
        {1, fmt::format("with {}.errstate({}over=\"ignore\", "
                        "invalid=\"ignore\"):",
                        np_, masked_division_ ? "divide=\"ignore\", " : "")});
  }
  const int deeper = raises() ? 1 : floats_ ? 0 : -1;
  for (const HelperLine& one : lines_) {
    const auto parts = wrapped({one.depth + deeper, one.text});
    all.insert(all.end(), parts.begin(), parts.end());
  }
  if (raises()) {
    all.push_back({1, "except FloatingPointError:"});
    all.push_back({2, refusal()});
  }
  ask_stored();
  all.insert(all.end(), effects_.begin(), effects_.end());
  std::vector<std::string> values;
  for (const auto& [list, value] : given_) {
    result_.given.push_back(list);
    values.push_back(value);
  }
  if (!values.empty()) all.push_back({1, "return " + joined(values)});
  if (!result_.folded.empty()) {
    all.push_back({1, "return " + joined(result_.folded)});
  } else if ((result_.may_refuse || on_arrays_) && !gives_list()) {
    all.push_back({1, "return True"});
  }
  return std::move(result_);
}

KernelText KernelLines::write_on_arrays(const std::string& name,
                                        const std::string& loop,
                                        const std::set<std::string>& small) {
  on_arrays_ = true;
  small_ = small;
  return write(name, loop);
}

KernelText array_text(const Kernel& kernel, const std::string& name,
                      const std::string& loop, const std::string& numpy,
                      const std::set<std::string>& taken,
                      const std::set<std::string>& small) {
  return KernelLines(kernel, numpy, "", taken)
      .write_on_arrays(name, loop, small);
}

KernelText kernel_text(const Kernel& kernel, const std::string& name,
                       const std::string& loop, const std::string& numpy,
                       const std::string& pandas,
                       const std::set<std::string>& taken, bool mapped,
                       const std::string& kept,
                       const std::set<std::string>& steady) {
  KernelLines lines(kernel, numpy, pandas, taken, mapped);
  if (!kept.empty()) lines.keep(kept, steady);
  return lines.write(name, loop);
}

}  // namespace ppp::rewrite
