// SPDX-License-Identifier: Apache-2.0
#include "advisor/slices.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

#include "advisor/consumer.h"
#include "advisor/grouped.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

constexpr double kSmallItem = 20e-6;  // s; handing one out costs 1 µs or more
constexpr double kLeastWork = 0.05;   // s, of an entry
constexpr double kLeastSlice = 1e-3;  // s
constexpr double kSlices = 64;        // for even shares, whatever the workers
constexpr std::string_view kBlank = " \t\f";

/// 1, 2 or 5 times a power of ten, and no less than `least`.
int round_number(double least) {
  double number = std::pow(10, std::floor(std::log10(std::max(1.0, least))));
  for (double factor : {2.0, 2.5, 2.0}) {
    if (number >= least) break;
    number *= factor;
  }
  return static_cast<int>(number);
}

bool may_be_cut(const Candidate& candidate) {
  const Work& work = candidate.work;
  return candidate.sliceable && candidate.split.empty() &&
         candidate.sequence.empty() && candidate.assumptions.empty() &&
         candidate.process_obstacles.empty() &&
         candidate.work_obstacles.empty() && !candidate.kernel &&
         !candidate.ordered_kernel && !candidate.early_exit &&
         !candidate.pool_around && !work.prints && !work.leaves_items() &&
         work.loggers.empty() && !work.caught && work.per_worker.empty() &&
         (candidate.loop.time_class == TimeClass::kCpuPython ||
          candidate.loop.time_class == TimeClass::kCpuNative);
}

/// The function's builtins are those of Python: nobody binds their names.
bool builtins_are_free(const SourceFile& source) {
  bool free = true;
  walk(source.root(), [&](Node node) {
    const bool scope = node.is("module") || node.is("global_statement");
    if (node.is("wildcard_import")) free = false;
    if (!scope) return free;
    const ScopeNames names =
        node.is("module") ? scope_names(node) : ScopeNames();
    for (const char* builtin : {"len", "range"}) {
      free = free && !names.locals.contains(builtin) &&
             (node.is("module") ||
              node.text().find(builtin) == std::string_view::npos);
    }
    return free;
  });
  return free;
}

class Cutter {
 public:
  Cutter(const Loop& loop, int items)
      : source_(*loop.source),
        text_(source_.text()),
        node_(loop.node),
        cut_(new_word(source_, {"in_slices", "cut_in_slices"})),
        part_(new_word(source_, {"part", "chunk", "piece"})),
        newline_(text_.find("\r\n") == std::string::npos ? "\n" : "\r\n") {
    slices_.items = items;
  }

  std::optional<Slices> cut() {
    if (cut_.empty() || part_.empty()) return std::nullopt;
    define();
    const bool done =
        node_.is("for_statement") ? cut_statement() : cut_comprehension();
    if (!done) return std::nullopt;
    return std::move(slices_);
  }

 private:
  std::uint32_t line_of(std::uint32_t byte) const {
    return source_.line_begin(source_.line_of(byte));
  }
  std::uint32_t line_end(std::uint32_t byte) const {
    const std::size_t end = text_.find(newline_, byte);
    return static_cast<std::uint32_t>(std::min(end, text_.size()));
  }
  std::string indent_at(std::uint32_t byte) const {
    const std::uint32_t line = line_of(byte);
    const std::size_t word = text_.find_first_not_of(kBlank, line);
    return text_.substr(line, word - line);
  }
  std::string in_slices(Node source) const {
    return fmt::format("{} in {}({}, {})", part_, cut_, source.text(),
                       slices_.items);
  }

  void define();
  bool cut_statement();
  bool cut_comprehension();
  void indent_body(const std::string& unit, std::uint32_t from);

  const SourceFile& source_;
  const std::string& text_;
  Node node_;
  std::string cut_, part_, newline_;
  Slices slices_;
};

/// In front of the definition or statement of the module that holds the loop,
/// and of the comments right above.
void Cutter::define() {
  Node top = node_;
  while (top.parent().parent()) top = top.parent();
  std::uint32_t at = line_of(top.range().begin);
  int line = source_.line_of(at);
  while (line > 2 && text_[source_.line_begin(line - 1)] == '#') --line;
  at = source_.line_begin(line);
  std::string gap;
  for (int above = line - 1; above >= std::max(1, line - 2); --above) {
    const std::uint32_t begin = source_.line_begin(above);
    const bool blank =
        text_.find_first_not_of(" \t\f\r", begin) == line_end(begin);
    if (!blank) gap += newline_;
    if (!blank && above == line - 1) {
      gap += newline_;
      break;
    }
  }
  std::string lines;
  for (const std::string& one :
       {fmt::format("def {}(items, size):", cut_),
        std::string("    \"\"\"Return the items in slices of that size.\"\"\""),
        std::string("    return [items[i : i + size] for i in range(0, "
                    "len(items), size)]"),
        std::string(), std::string()}) {
    lines += one + newline_;
  }
  slices_.edits.push_back({{at, at}, gap + lines});
}

/// The lines behind byte `from`, but those inside of a string.
void Cutter::indent_body(const std::string& unit, std::uint32_t from) {
  std::set<int> in_strings;
  walk(node_, [&](Node node) {
    if (!node.is("string")) return true;
    const int last = source_.line_of(node.range().end - 1);
    for (int line = source_.line_of(node.range().begin) + 1; line <= last;
         ++line) {
      in_strings.insert(line);
    }
    return true;
  });
  const int last = source_.line_of(node_.range().end - 1);
  for (int line = source_.line_of(from) + 1; line <= last; ++line) {
    const std::uint32_t at = source_.line_begin(line);
    const bool blank = text_.find_first_not_of(" \t\f\r", at) == line_end(at);
    if (!blank && !in_strings.contains(line)) {
      slices_.edits.push_back({{at, at}, unit});
    }
  }
}

bool Cutter::cut_statement() {
  const Node target = node_.field("left");
  const Node source = node_.field("right");
  const Node body = node_.field("body");
  Node colon;
  for (Node child : node_.all_children()) {
    if (child.text() == ":" && child.range().begin >= source.range().end) {
      colon = child;
      break;
    }
  }
  const std::string indent = indent_at(node_.range().begin);
  const std::string deeper = indent_at(body.range().begin);
  const bool own_lines =
      colon &&
      line_of(node_.range().begin) + indent.size() == node_.range().begin &&
      line_of(body.range().begin) + deeper.size() == body.range().begin &&
      line_of(body.range().begin) > line_of(colon.range().begin) &&
      deeper.starts_with(indent) && deeper.size() > indent.size();
  if (!own_lines || source.is("expression_list")) return false;
  const std::string unit = deeper.substr(indent.size());
  slices_.around = moved(node_.range().begin, slices_.edits);
  slices_.edits.push_back(
      {{target.range().begin, source.range().end}, in_slices(source)});
  const std::uint32_t end = line_end(colon.range().begin);
  slices_.edits.push_back({{end, end},
                           newline_ + indent + unit + "for " +
                               std::string(target.text()) + " in " + part_ +
                               ":"});
  indent_body(unit, colon.range().begin);
  return true;
}

bool Cutter::cut_comprehension() {
  Node head = node_.children()[1];
  const auto made =
      nested(source_, node_,
             "for " + std::string(head.field("left").text()) + " in " + part_,
             in_slices(head.field("right")));
  if (!made) return false;
  slices_.around = moved(node_.range().begin, slices_.edits) + made->around;
  slices_.edits.push_back(made->edit);
  return true;
}

/// The candidate of the program in which the source is cut in slices.
std::optional<Candidate> with_slices(const Project& project, const Loop& loop,
                                     const Slices& slices,
                                     const std::function<bool()>& stop,
                                     const Candidate& as_it_is) {
  auto made =
      grouped_candidate(project, loop, slices.edits, slices.around, stop);
  if (!made) return std::nullopt;
  made->in_slices = true;
  const ByteRange range = made->loop.range;
  made->loop = as_it_is.loop;
  made->loop.range = range;
  made->loop.iterations = (as_it_is.loop.iterations - 1) / slices.items + 1;
  made->kernel_obstacles = as_it_is.kernel_obstacles;
  made->ordered_obstacles = as_it_is.ordered_obstacles;
  made->evidence.push_back(
      {"in-slices",
       fmt::format("its items are so small that {} are given out at a time",
                   slices.items),
       {as_it_is.loop.span}});
  return made;
}

}  // namespace

bool sliceable(const Trial& trial) {
  const Node loop = trial.loop.node;
  const bool plain =
      loop.is("for_statement")
          ? !loop.field("alternative") && trial.shape.exits.empty()
          : loop.is("list_comprehension") || loop.is("set_comprehension") ||
                loop.is("generator_expression");
  if (!plain || trial.shape.applied) return false;
  for (Node clause : trial.shape.clauses) {
    if (!clause.is("if_clause")) return false;
  }
  if (!loop.is("for_statement") && !takes_quietly(trial)) return false;
  const Value sources = trial.interpreter.value_of(trial.shape.source);
  return !sources.empty() &&
         std::all_of(sources.begin(), sources.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return object.kind == Object::Kind::kContainer
                      ? object.name == "list" || object.name == "tuple"
                      : object.kind == Object::Kind::kAtom &&
                            object.name == "range";
         });
}

int slice_of(const HotLoop& loop) {
  const double work_s = loop.cost.wall_s / std::max(1.0, loop.entries);
  const auto items = static_cast<double>(loop.iterations);
  if (items <= 0 || work_s < kLeastWork || work_s > kSmallItem * items) {
    return 0;
  }
  return round_number(std::max(items / kSlices, kLeastSlice * items / work_s));
}

std::optional<Slices> slices_of(const Loop& loop, const Candidate& candidate,
                                int items) {
  if (!may_be_cut(candidate) || !builtins_are_free(*loop.source)) {
    return std::nullopt;
  }
  return Cutter(loop, items).cut();
}

void give_slices(const Project& project, const std::function<bool()>& stop,
                 Plan& plan, const std::function<int(const HotLoop&)>& size) {
  for (Candidate& candidate : plan.candidates) {
    const std::string& file = candidate.loop.span.file;
    // The edits of several loops of a file are not put together.
    const bool alone = std::none_of(
        plan.candidates.begin(), plan.candidates.end(),
        [&](const Candidate& other) {
          const std::vector<Span>& inside = other.loop.inside;
          return &other != &candidate && other.loop.span.file == file &&
                 std::find(inside.begin(), inside.end(), candidate.loop.span) ==
                     inside.end();
        });
    const SourceFile* source = project.find(file);
    const int items = size(candidate.loop);
    if (!alone || !source || items == 0 || !candidate.split.empty()) continue;
    for (const Loop& loop : find_loops(*source)) {
      if (loop.hot.range != candidate.loop.range) continue;
      const auto slices = slices_of(loop, candidate, items);
      if (!slices) break;
      auto made = with_slices(project, loop, *slices, stop, candidate);
      if (made) candidate = std::move(*made);
      break;
    }
  }
}

}  // namespace ppp::advisor
