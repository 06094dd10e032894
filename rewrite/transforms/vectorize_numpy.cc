// SPDX-License-Identifier: Apache-2.0
// vectorize_numpy
//
//   before   for i in range(n): out.append(f(xs[i], ys[i]))
//   after    if not add_out(out, n, xs, ys):
//                for i in range(n): out.append(f(xs[i], ys[i]))
//
// For loops that are arithmetic on numbers, to the last statement (the plan's
// Kernel). A new function computes all iterations at once by arrays, with the
// operations of which NumPy's results are Python's to the last bit, and gives
// lists and numbers of Python. What the source does not show is asked when it
// runs: lengths, types, divisors, sizes of integers. Where an answer does not
// fit, the function has done nothing and the loop, which stays, runs. Sound
// when the kernel is (the plan's proof). Hence kChecked.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>

#include "advisor/scopes.h"
#include "rewrite/kernel_writer.h"
#include "rewrite/layout.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelStep;
using advisor::Node;

// Seconds: of an operation on arrays, on each number in one, and of a number's
// way from a list to an array or back; and the least that Python takes for an
// operation on a number.
constexpr double kOperation = 2e-6;
constexpr double kOfNumber = 3e-9;
constexpr double kConversion = 35e-9;
constexpr double kPythonOperation = 30e-9;

constexpr auto kBuiltins = std::to_array<std::string_view>(
    {"abs", "any", "bool", "float", "id", "int", "len", "map", "max", "min",
     "range", "type", "zip"});

/// What the loop fills: "out", or "".
std::string filled(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) {
    const bool gives = step.kind == KernelStep::Kind::kAppend ||
                       step.kind == KernelStep::Kind::kAppendRow ||
                       step.kind == KernelStep::Kind::kStore;
    std::string name = gives ? step.name : filled(step.body);
    if (name.empty()) name = filled(step.otherwise);
    if (!name.empty()) return name;
  }
  return "";
}

std::string assigned_name(Node loop) {
  const Node parent = loop.parent();
  const Node target = parent.field("left");
  return parent.is("assignment") && target.is("identifier")
             ? std::string(target.text())
             : "";
}

std::string function_name(const Request& request, const Kernel& kernel,
                          Node loop) {
  std::string of = kernel.comprehension ? assigned_name(loop) : "";
  if (of.empty() && !kernel.comprehension) {
    for (const advisor::KernelInput& input : kernel.inputs) {
      // Of the lists that it fills the first that is not its own.
      if (filled(kernel.steps) == input.name) of = input.name;
    }
  }
  if (of.empty()) of = kernel.comprehension ? "numbers" : "loop";
  return request.names.fresh({of + "_by_numpy"});
}

Node top_statement(Node loop) {
  Node top = loop;
  while (!top.parent().is("module")) top = top.parent();
  return top;
}

std::string place_of(const advisor::HotLoop& loop) {
  return std::string(loop.kind == advisor::LoopKind::kFor ? "a loop"
                                                          : "a comprehension") +
         (loop.function.empty() ? "" : " of " + loop.function + "()");
}

/// The edits that put `call` in the place of the loop, or in front of it.
std::vector<Edit> edits_of(const Request& request, Node loop,
                           const std::string& call, const KernelText& text) {
  const bool may_refuse = text.may_refuse;
  const ByteRange range = loop.range();
  const advisor::SourceFile& source = request.source;
  if (loop.is("list_comprehension")) {
    if (!may_refuse) return {{range, call}};
    const Node parent = loop.parent();
    const bool alone =
        parent.is("assignment") || parent.is("return_statement") ||
        parent.is("argument_list") || parent.is("expression_list");
    return {{{range.begin, range.begin}, (alone ? "" : "(") + call + " or "},
            {{range.end, range.end}, alone ? "" : ")"}};
  }
  const std::string values = joined(text.folded);
  if (!may_refuse) {
    return {{range, values.empty() ? call : values + " = " + call}};
  }
  const std::string newline = newline_of(source);
  const std::string indent = indent_of(source, range.begin);
  const std::string unit = indent_unit(source, loop);
  std::vector<Edit> edits = indent_lines(source, range, unit, {});
  std::erase_if(
      edits, [&](const Edit& edit) { return edit.range.begin <= range.begin; });
  if (values.empty()) {
    edits.push_back({{range.begin, range.begin},
                     "if not " + call + ":" + newline + indent + unit});
    return edits;
  }
  const std::string result = request.names.local({"folded", "new_values"});
  edits.push_back({{range.begin, range.begin},
                   result + " = " + call + newline + indent + "if " + result +
                       " is None:" + newline + indent + unit});
  edits.push_back({{range.end, range.end},
                   newline + indent + "else:" + newline + indent + unit +
                       values + " = " + result});
  return edits;
}

bool uses_name(const KernelText& text, std::string_view name) {
  auto of_name = [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) || letter == '_';
  };
  return std::any_of(
      text.lines.begin(), text.lines.end(), [&](const HelperLine& line) {
        for (std::size_t at = line.text.find(name); at != std::string::npos;
             at = line.text.find(name, at + 1)) {
          const std::size_t end = at + name.size();
          if ((at == 0 || !of_name(line.text[at - 1])) &&
              (end == line.text.size() || !of_name(line.text[end]))) {
            return true;
          }
        }
        return false;
      });
}

/// A name that the new function reads and has from nowhere; "": there is none.
/// What the kernel took from the source may speak of the loop's own variables.
std::string unknown_name(const std::string& function,
                         const std::string& numpy) {
  const advisor::SourceFile parsed =
      advisor::SourceFile::parse("", "", "", function);
  std::set<std::string, std::less<>> known(kBuiltins.begin(), kBuiltins.end());
  known.insert(numpy);
  advisor::walk(parsed.root(), [&](Node node) {
    const bool binds = node.is("assignment") || node.is("for_statement") ||
                       node.is("for_in_clause");
    if (binds) {
      for (std::string& one : advisor::bound_names(node.field("left"))) {
        known.insert(std::move(one));
      }
    }
    if (node.is("parameters")) {
      for (Node one : node.children()) known.emplace(one.text());
    }
    return true;
  });
  std::string unknown;
  advisor::walk(parsed.root(), [&](Node node) {
    const Node parent = node.parent();
    const bool read = node.is("identifier") &&
                      !(parent.field("attribute") == node) &&
                      !(parent.field("name") == node);
    if (unknown.empty() && read && !known.contains(node.text())) {
      unknown = node.text();
    }
    return unknown.empty();
  });
  return unknown;
}

std::optional<advisor::Reason> refuse_kernel(const Request& request) {
  const advisor::Candidate& candidate = request.candidate;
  if (!candidate.kernel) {
    if (!candidate.kernel_obstacles.empty()) {
      return candidate.kernel_obstacles.front();
    }
    return refusal(request, "not-arithmetic",
                   "the loop is not arithmetic on numbers");
  }
  for (std::string_view word : {"errstate", "seterr", "seterrcall"}) {
    for (const advisor::SourceFile& file : request.project.files) {
      if (file.text().find(word) == std::string::npos) continue;
      return refusal(request, "numpy-errors",
                     "the program sets how NumPy handles errors: `" +
                         std::string(word) + "`");
    }
  }
  return std::nullopt;
}

}  // namespace

Proposal vectorize_numpy(const Request& request) {
  if (auto refused = refuse_kernel(request)) return *refused;
  const Kernel& kernel = *request.candidate.kernel;
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  if (!request.options.numpy_import_s) {
    return refusal(request, "needs-numpy",
                   "arrays would compute all iterations at once, but NumPy is "
                   "not installed: pip install numpy");
  }
  const std::string numpy = request.imports.module_as("numpy", "np");
  const std::string name = function_name(request, kernel, loop);
  const KernelText text = kernel_text(
      kernel, name, place_of(request.candidate.loop), numpy, {numpy, name});
  for (std::string_view builtin : kBuiltins) {
    const bool rebound = request.names.star_import() ||
                         request.names.bound(std::string(builtin));
    if (!rebound || !uses_name(text, builtin)) continue;
    return refusal(request, "builtin-rebound",
                   "the program may have something of its own that is called "
                   "`" +
                       std::string(builtin) + "`");
  }
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  const std::string unit = indent_unit(request.source, loop);
  std::string body;
  for (const HelperLine& line : text.lines) {
    if (!body.empty()) body += newline_of(request.source);
    for (int i = 0; i < line.depth; ++i) body += unit;
    body += line.text;
  }
  if (const std::string unknown = unknown_name(body, numpy); !unknown.empty()) {
    return refusal(
        request, "not-arithmetic",
        "`" + unknown + "` is not known where arrays would be computed");
  }
  rewrite.definitions = {{top_statement(loop).range().begin, body}};
  rewrite.edits =
      edits_of(request, loop, name + "(" + joined(text.parameters) + ")", text);
  rewrite.summary = "all iterations at once, by arrays";
  rewrite.array_operations = text.operations;
  rewrite.array_conversions = text.conversions;
  return rewrite;
}

// What an iteration costs by arrays, pessimistically, beside what it was
// measured to cost.
double vectorize_numpy_loop_speedup(const advisor::Candidate& candidate,
                                    const Rewrite& rewrite,
                                    const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const double before = loop.cost.wall_s * options.ran_share;
  if (before <= 0) return 10;  // nothing was measured
  const double entries = std::max(1.0, loop.entries);
  const double lanes =
      std::max<double>(1, static_cast<double>(loop.iterations));
  const double done = before / kPythonOperation;  // of numbers, at most
  const double turns = std::max(
      1.0, done / (entries * lanes) / std::max(1, rewrite.array_operations));
  const double calls = entries * turns * std::max(1, rewrite.array_operations);
  const double converted =
      entries * lanes * (candidate.kernel->columns ? turns : 1.0);
  const double after =
      options.numpy_import_s.value_or(0) +
      calls * kOperation * (candidate.kernel->columns ? 1.0 / turns : 1.0) +
      done * kOfNumber + converted * rewrite.array_conversions * kConversion;
  return before / after;
}

}  // namespace ppp::rewrite
