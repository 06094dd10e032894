// SPDX-License-Identifier: Apache-2.0
#include "rewrite/pool_text.h"

#include <algorithm>

#include "rewrite/cost.h"
#include "rewrite/layout.h"
#include "rewrite/program_end.h"
#include "rewrite/wanted_ahead.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;

/// At the commas outside brackets and strings.
std::vector<std::string> split_arguments(const std::string& text) {
  std::vector<std::string> parts = {""};
  int depth = 0;
  char quote = 0;
  for (char c : text) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '}') {
      --depth;
    }
    if (c == ',' && depth == 0 && quote == 0) {
      parts.emplace_back();
    } else if (c != ' ' || !parts.back().empty()) {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace

PoolText::PoolText(const Request& request, const LoopShape& shape,
                   const PoolKind& kind, PoolSource source, Worker worker,
                   bool chunked, bool ahead, bool bounded)
    : request_(request),
      shape_(shape),
      kind_(kind),
      source_(std::move(source)),
      worker_(std::move(worker)),
      chunked_(chunked),
      indent_(indent_of(request.source, shape.statement.range().begin)),
      unit_(indent_unit(request.source, shape.loop)),
      newline_(newline_of(request.source)),
      pool_(request.names.local({"pool", "executor"})),
      workers_(request.names.local({"workers", "processes"})),
      chunksize_(request.names.local({"chunksize", "chunk"})) {
  // A pool of processes that is closed by `with` may wait for ever when only
  // cancelled items are left (gh-94440; before 3.11.3).
  const bool hangs = hangs_when_cancelled(request.options, kind);
  cancels_ = !ahead && kind.processes && !kind.interpreters && !hangs;
  if (ahead) {
    ahead_ = worker_.wanted.empty()
                 ? compute_ahead(request, shape, source_, worker_)
                 : compute_if_wanted(request, shape, source_, worker_);
  }
  if (bounded) {
    map_ = bounded_map(request, shape, kind);
  } else if (!ahead && hangs && !source_.iterables.empty()) {
    map_ = closed_map(request, shape);
  }
}

std::string PoolText::mapped() {
  if (ahead_) return ahead_->call;
  std::string text = worker_.kept.empty() ? "" : worker_.kept + ".in_turn(";
  text += map_ ? map_->name + "(" + pool_ + ", " : pool_ + ".map(";
  text += worker_.kept.empty() || kind_.processes
              ? worker_.function
              : request_.imports.symbol("functools", "partial") + "(" +
                    worker_.kept + ".call, " + worker_.function + ")";
  for (const Worker::Column& column : worker_.columns) {
    text += ", ";
    if (column.parameter >= 0) {
      text += source_.iterables[static_cast<std::size_t>(column.parameter)];
    } else {
      text += request_.imports.symbol("itertools", "repeat") + "(" +
              column.repeated + ")";
    }
  }
  if (chunked_) {
    text += ", chunksize=" +
            (source_.chunk > 0 ? std::to_string(source_.chunk) : chunksize_);
  }
  return text + (worker_.kept.empty() ? ")" : "))");
}

/// What puts the items in a variable, if they are to be in one.
std::string PoolText::items(const std::string& indent) {
  if (!source_.failure.empty()) return taking(indent);
  return source_.binding.empty() ? "" : indent + source_.binding + newline_;
}

std::string PoolText::worker_count(const std::string& indent) {
  if (!counts()) return "";
  return indent + workers_ + " = " + usable_workers(request_, kind_) + newline_;
}

std::string PoolText::chunk_size(const std::string& indent) const {
  if (!counts()) return "";
  return indent + chunksize_ + " = max(1, " + source_.length + " // (" +
         std::to_string(
             chunks_per_worker(request_.candidate, request_.options)) +
         " * " + workers_ + "))" + newline_;
}

std::string PoolText::preamble() {
  std::string text =
      items(indent_) + worker_count(indent_) + chunk_size(indent_);
  if (worker_.nested.empty()) return text;
  bool module = shape_.scope.is("module") && indent_.empty();
  std::uint32_t at = shape_.statement.range().begin;
  std::string gap = module ? newline_ + newline_ : newline_;
  bool opens_block = !shape_.statement.previous_sibling() && !module;
  std::string before =
      !text.empty() ? gap
      : opens_block ? ""
                    : missing_blank_lines(request_.source, at, module ? 2 : 1);
  return text + before + worker_.nested + newline_ + gap;
}

/// Puts the items of a lazy source in a list, and keeps what it raises.
std::string PoolText::taking(const std::string& indent) {
  const std::string error = request_.names.local({"error", "exception"});
  const std::string inner = indent + unit_;
  return indent + source_.taken + ", " + source_.failure + " = [], None" +
         newline_ + indent + "try:" + newline_ + inner + source_.binding +
         newline_ + indent + "except Exception as " + error + ":" + newline_ +
         inner + source_.failure + " = " + error + newline_;
}

/// Raises what the source raised, when the items before it are done.
std::string PoolText::raising(const std::string& indent) const {
  return newline_ + indent + "if " + source_.failure +
         " is not None:" + newline_ + indent + unit_ + "raise " +
         source_.failure;
}

/// The same behind a loop, if its source was taken.
std::string PoolText::raised() const {
  const bool behind = !source_.failure.empty() && giver_.empty();
  return behind ? raising(indent_ + unit_) : "";
}

std::string PoolText::until_failure(const std::string& results) {
  if (source_.failure.empty()) return results;
  giver_ = request_.names.local({"results", "outcomes"});
  given_ = results;
  return giver_ + "()";
}

/// Defines the function of until_failure(), if there is one.
std::string PoolText::giving(const std::string& indent) const {
  if (giver_.empty()) return "";
  const std::string inner = indent + unit_;
  const std::string yields = inner + "yield from ";
  return indent + "def " + giver_ + "():" + newline_ + yields +
         broken(given_, yields.size(), inner) + raising(inner) + newline_ +
         newline_;
}

/// Ends the pool that with_head() begins.
std::string PoolText::tail(const std::string& indent) const {
  if (!cancels_) return "";
  return newline_ + indent + "finally:" + newline_ + indent + unit_ + pool_ +
         ".shutdown(cancel_futures=True)";
}

/// Puts `text` behind the lines that end at `end`.
void PoolText::put_behind(std::uint32_t end, std::string text,
                          std::vector<Edit>& replaced,
                          std::vector<Edit>& edits) const {
  if (text.empty()) return;
  for (Edit& edit : replaced) {
    if (edit.range.end <= end) continue;
    // It takes the last line away.
    edit.text += text.substr(newline_.size()) + newline_;
    return;
  }
  edits.push_back({{end, end}, std::move(text)});
}

std::string PoolText::with_head(const std::string& results,
                                const std::string& indent) {
  if (ahead_) {
    // The helper imports the module.
    const std::string call =
        request_.imports.module("contextlib") + ".closing(" + mapped() + ")";
    const std::string end = " as " + results + ":";
    return indent + "with " +
           broken(call, indent.size() + 5 + end.size(), indent) + end +
           newline_;
  }
  std::string count;
  if (kind_.computes) {
    count = counts() ? workers_ : usable_workers(request_, kind_);
  }
  const Layout layout = {indent, unit_, newline_};
  if (cancels_) {
    std::string text = indent + pool_ + " = " +
                       executor_call(request_, kind_, worker_, count, layout) +
                       newline_ + indent + "try:" + newline_;
    if (results.empty()) return text;
    const std::string inner = indent + unit_;
    const std::string before = results + " = ";
    return text + inner + before +
           broken(mapped(), inner.size() + before.size(), inner) + newline_;
  }
  std::string text = indent + "with ";
  if (!worker_.stack.empty()) {
    text += request_.imports.symbol("contextlib", "ExitStack") + "() as " +
            worker_.stack + ", ";
  }
  text +=
      executor_call(request_, kind_, worker_, count, layout) + " as " + pool_;
  if (!results.empty()) {
    text += ", " + request_.imports.symbol("contextlib", "closing") + "(" +
            mapped() + ") as " + results;
  }
  return text + ":" + newline_;
}

std::string PoolText::broken(const std::string& call, std::size_t column,
                             const std::string& indent) const {
  std::size_t open = call.find('(');
  bool fits = column + call.size() + 1 <= kWidth;
  if (fits || open == std::string::npos || call.back() != ')' ||
      call.find('\n') != std::string::npos) {
    return call;
  }
  std::string inner = indent + unit_;
  std::string arguments = call.substr(open + 1, call.size() - open - 2);
  if (arguments.empty()) return call;
  std::string text = call.substr(0, open + 1) + newline_;
  std::vector<std::string> parts = split_arguments(arguments);
  if (inner.size() + arguments.size() <= kWidth) {
    text += inner + arguments + newline_;
  } else {
    for (const std::string& part : parts) {
      text += inner + broken(part, inner.size(), inner) +
              (parts.size() > 1 ? "," : "") + newline_;
    }
  }
  return text + indent + ")";
}

Rewrite PoolText::around_statement(std::vector<Edit> replaced,
                                   const std::string& results) {
  const Node outer = outer_loop();
  if (outer && results.empty()) return around_outer(outer, std::move(replaced));
  return around(shape_.statement.range(), {}, std::move(replaced), results);
}

/// The loop around which the pool may stay for all entries; null: it may not,
/// or its workers need something that is made for each entry.
Node PoolText::outer_loop() const {
  const auto& around = request_.candidate.pool_around;
  const bool forked = kind_.processes && !kind_.interpreters && !ahead_ &&
                      !kind_.start.imports_again;
  const bool plain = worker_.initializer.empty() && worker_.nested.empty() &&
                     worker_.stack.empty() && worker_.edits.empty();
  if (!around || !forked || !plain) return {};
  const Node outer = advisor::node_at(request_.source.root(), *around);
  return outer.line() < shape_.statement.line() ? outer : Node();
}

Rewrite PoolText::around_outer(Node outer, std::vector<Edit> replaced) {
  const advisor::SourceFile& source = request_.source;
  const std::string indent = indent_of(source, outer.range().begin);
  const ByteRange all = whole_lines(source, outer.range(), false);
  const ByteRange lines = whole_lines(source, shape_.statement.range(), false);
  const std::string deeper = indent_ + unit_;
  std::vector<Edit> edits = {
      {{all.begin, all.begin}, worker_count(indent) + with_head("", indent)}};
  std::string text = items(deeper) + chunk_size(deeper) + giving(deeper);
  if (!text.empty()) {
    edits.push_back({{lines.begin, lines.begin}, std::move(text)});
  }
  for (Edit& edit : indent_lines(source, outer.range(), unit_, replaced)) {
    edits.push_back(std::move(edit));
  }
  std::string last = tail(indent);
  if (lines.end == all.end) {
    last = raised() + last;
  } else {
    put_behind(lines.end, raised(), replaced, edits);
  }
  put_behind(all.end, std::move(last), replaced, edits);
  for (Edit& edit : replaced) edits.push_back(std::move(edit));
  Rewrite rewrite = finish(std::move(edits));
  rewrite.one_pool = true;
  return rewrite;
}

Rewrite PoolText::around(ByteRange statements,
                         const std::vector<std::string>& first,
                         std::vector<Edit> replaced,
                         const std::string& results) {
  std::vector<Edit> edits;
  const ByteRange lines = whole_lines(request_.source, statements, false);
  const bool deeper = holds(results);
  const std::string head = deeper ? with_head(results, indent_) : "";
  std::string text = preamble() + head;
  for (const std::string& line : first) {
    text += indent_ + unit_ + line + newline_;
  }
  text += giving(indent_ + unit_);
  if (!text.empty()) {
    edits.push_back({{lines.begin, lines.begin}, std::move(text)});
  }
  if (deeper) {
    std::vector<Edit> indented =
        indent_lines(request_.source, statements, unit_, replaced);
    edits.insert(edits.end(), indented.begin(), indented.end());
  }
  put_behind(lines.end, deeper ? raised() + tail(indent_) : "", replaced,
             edits);
  for (Edit& edit : replaced) edits.push_back(std::move(edit));
  return finish(std::move(edits));
}

Rewrite PoolText::before_statement(Node expression, std::vector<Edit> replaced,
                                   const std::string& name,
                                   const std::string& results) {
  const ByteRange lines =
      whole_lines(request_.source, shape_.statement.range(), false);
  const std::string head = with_head(results, indent_);
  std::string text = preamble() + head + indent_ + unit_ + name + " = ";
  std::uint32_t done = expression.range().begin;
  for (const Edit& edit : replaced) {
    text += request_.source.slice({done, edit.range.begin});
    text += edit.text;
    done = edit.range.end;
  }
  text += request_.source.slice({done, expression.range().end});
  text += raised() + tail(indent_);
  return finish({{{lines.begin, lines.begin}, text + newline_},
                 {expression.range(), name}});
}

Rewrite PoolText::finish(std::vector<Edit> edits) {
  Rewrite rewrite;
  rewrite.edits = std::move(edits);
  for (Edit& edit : worker_.edits) rewrite.edits.push_back(std::move(edit));
  for (std::string& text : worker_.definitions) {
    rewrite.definitions.push_back({shape_.top.range().begin, std::move(text)});
  }
  rewrite.whole_program = !worker_.placed.empty();
  for (Definition& definition : worker_.placed) {
    rewrite.definitions.push_back(std::move(definition));
  }
  if (ahead_) {
    for (Definition& definition : ahead_->definitions) {
      rewrite.definitions.push_back(std::move(definition));
    }
  }
  if (map_) rewrite.definitions.push_back(map_->definition);
  if (kind_.processes && !kind_.interpreters) {
    rewrite.definitions.push_back(program_end(request_, shape_));
  }
  for (Definition& definition : worker_.helpers) {
    rewrite.definitions.push_back(std::move(definition));
  }
  rewrite.task_per_item = !chunked_;
  rewrite.ahead = ahead_ ? ahead_->at_once : 0;
  rewrite.imports_again = kind_.start.imports_again;
  const std::string waiting =
      kind_.per_cpu > 1 ? " with " + std::to_string(kind_.per_cpu) +
                              " workers for each CPU, as they mostly wait"
                        : "";
  rewrite.summary = "runs " + worker_.function + "() in " +
                    (!worker_.wanted.empty()
                         ? "processes, ahead of a loop that asks again whether "
                           "it wants an item"
                     : ahead_ ? "processes, ahead of a loop that may end early"
                              : "a " + kind_.noun + waiting +
                                    ", results in the original order");
  return rewrite;
}

}  // namespace ppp::rewrite
