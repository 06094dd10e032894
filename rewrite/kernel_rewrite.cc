// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_rewrite.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>
#include <set>

#include "advisor/row_call.h"
#include "advisor/scopes.h"
#include "rewrite/kernel_steady.h"
#include "rewrite/kernel_writer.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {

advisor::Node top_statement(advisor::Node node) {
  while (!node.parent().is("module")) node = node.parent();
  return node;
}

namespace {

using advisor::Kernel;
using advisor::KernelStep;
using advisor::Node;

constexpr auto kBuiltins =
    std::to_array<std::string_view>({"Exception",
                                     "FloatingPointError",
                                     "OverflowError",
                                     "RuntimeError",
                                     "TypeError",
                                     "ValueError",
                                     "abs",
                                     "all",
                                     "any",
                                     "bool",
                                     "bytes",
                                     "dict",
                                     "enumerate",
                                     "float",
                                     "getattr",
                                     "globals",
                                     "hasattr",
                                     "id",
                                     "int",
                                     "isinstance",
                                     "iter",
                                     "len",
                                     "list",
                                     "map",
                                     "max",
                                     "min",
                                     "next",
                                     "object",
                                     "property",
                                     "range",
                                     "str",
                                     "sum",
                                     "tuple",
                                     "type",
                                     "zip"});

bool identifier(const std::string& text) {
  return !text.empty() && std::isalpha(static_cast<unsigned char>(text[0])) &&
         std::all_of(text.begin(), text.end(), [](unsigned char letter) {
           return std::isalnum(letter) || letter == '_';
         });
}

/// What the loop fills: "out", or "".
std::string filled(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) {
    const bool gives = step.kind == KernelStep::Kind::kAppend ||
                       step.kind == KernelStep::Kind::kAppendRow ||
                       step.kind == KernelStep::Kind::kStore ||
                       step.kind == KernelStep::Kind::kTally;
    std::string name = gives ? step.name : filled(step.body);
    if (name.empty()) name = filled(step.otherwise);
    if (!name.empty()) return name;
  }
  return "";
}

/// The edits that put `call` in the place of the loop, or in front of it.
std::vector<Edit> edits_of(const Request& request, Node loop,
                           const std::string& call, const KernelText& text) {
  const bool may_refuse = text.may_refuse;
  const ByteRange range = loop.range();
  const advisor::SourceFile& source = request.source;
  if (const auto row = advisor::row_call(loop)) {
    return edits_of_call(request, row->statement, row->call, call);
  }
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

bool uses_name(const std::vector<HelperLine>& lines, std::string_view name) {
  return std::any_of(lines.begin(), lines.end(), [&](const HelperLine& line) {
    return has_name(line.text, name);
  });
}

/// A name that the new function reads and has from nowhere; "": there is none.
/// What the kernel took from the source may speak of the loop's own variables.
std::string unknown_name(const std::string& function,
                         const std::set<std::string>& from) {
  const advisor::SourceFile parsed =
      advisor::SourceFile::parse("", "", "", function);
  std::set<std::string, std::less<>> known(kBuiltins.begin(), kBuiltins.end());
  known.insert(from.begin(), from.end());
  advisor::walk(parsed.root(), [&](Node node) {
    const bool binds = node.is("assignment") || node.is("for_statement") ||
                       node.is("for_in_clause");
    if (binds) {
      for (std::string& one : advisor::bound_names(node.field("left"))) {
        known.insert(std::move(one));
      }
    }
    if (node.is("function_definition")) {
      known.emplace(node.field("name").text());
    }
    if (node.is("parameters") || node.is("lambda_parameters")) {
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

/// Whether a file of the program says one of the words.
bool speaks_of(const Request& request,
               std::initializer_list<std::string_view> words) {
  return std::any_of(request.project.files.begin(), request.project.files.end(),
                     [&](const advisor::SourceFile& file) {
                       return std::any_of(words.begin(), words.end(),
                                          [&](std::string_view word) {
                                            return file.text().find(word) !=
                                                   std::string::npos;
                                          });
                     });
}

/// `np.memmap(path)`, `np.load(path, mmap_mode="r")`. What a library maps
/// unseen is left to the loop.
bool may_map_files(const Request& request) {
  return speaks_of(request, {"memmap", "mmap_mode"});
}

/// Two maps of one file, or of one shared block, have other addresses and one
/// memory: what the loop stores in one of them it may read from the other.
std::optional<advisor::Reason> refuse_two_maps(const Request& request) {
  const Kernel& kernel = *request.candidate.kernel;
  const auto is_array = [&](const std::string& name) {
    return std::any_of(kernel.inputs.begin(), kernel.inputs.end(),
                       [&](const advisor::KernelInput& one) {
                         return one.name == name &&
                                one.kind == advisor::KernelInput::Kind::kArray;
                       });
  };
  for (const advisor::KernelPair& pair : kernel.apart) {
    if (pair.changed == pair.other || !is_array(pair.changed)) continue;
    if (!speaks_of(request, {"mmap", "shared_memory", "SharedMemory"})) break;
    return refusal(request, "two-maps",
                   "`" + pair.changed + "` and `" + pair.other +
                       "` may be two maps of one file: the program maps files "
                       "or shares memory");
  }
  return std::nullopt;
}

}  // namespace

std::string name_of_result(advisor::Node loop) {
  const Node parent = loop.parent();
  const Node target = parent.field("left");
  const std::vector<Node> at = target.fields("subscript");
  if (target.is("subscript") && at.size() == 1) {  // of a table
    const auto label = advisor::label_text(at[0]);
    return label && identifier(*label) ? *label : "";
  }
  return parent.is("assignment") && target.is("identifier")
             ? std::string(target.text())
             : "";
}

std::vector<Edit> edits_of_call(const Request& request, Node statement,
                                Node replaced, const std::string& call) {
  const advisor::SourceFile& source = request.source;
  const ByteRange range = statement.range();
  const std::string newline = newline_of(source);
  const std::string indent = newline + indent_of(source, range.begin);
  const std::string unit = indent_unit(source, statement);
  const std::string values = request.names.local({"values", "new_values"});
  std::vector<Edit> edits = indent_lines(source, range, unit, {});
  std::erase_if(
      edits, [&](const Edit& edit) { return edit.range.begin <= range.begin; });
  edits.push_back({{range.begin, range.begin},
                   values + " = " + call + indent + "if " + values +
                       " is None:" + indent + unit});
  // The statement with the variable where the call stands.
  std::string again(statement.text());
  again.replace(replaced.range().begin - range.begin,
                replaced.range().end - replaced.range().begin, values);
  edits.push_back({{range.end, range.end},
                   statement.is("return_statement")
                       ? indent + again
                       : indent + "else:" + indent + unit + again});
  return edits;
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

std::string would_bring(const std::string& how, double loop_speedup,
                        const std::string& name, const std::string& package) {
  constexpr double kWorthSaying = 1.1;
  if (loop_speedup < kWorthSaying) {
    return how + " the loop would hardly be faster (" + name +
           " is not installed)";
  }
  return fmt::format(
      "{} the loop would be about {:.1f}× as fast, but {} is not installed: "
      "pip install {}",
      how, loop_speedup, name, package);
}

std::string place_of(const advisor::HotLoop& loop) {
  const char* what = loop.kind == advisor::LoopKind::kFor ||
                             loop.kind == advisor::LoopKind::kWhile
                         ? "a loop"
                     : loop.kind == advisor::LoopKind::kRowCall
                         ? "apply()"
                         : "a comprehension";
  return std::string(what) +
         (loop.function.empty() ? "" : " of " + loop.function + "()");
}

std::string kernel_name(const Request& request, const Kernel& kernel,
                        const std::string& by) {
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  std::string of = kernel.comprehension ? name_of_result(loop) : "";
  if (of.empty() && !kernel.comprehension) {
    for (const advisor::KernelInput& input : kernel.inputs) {
      // Of the lists that it fills the first that is not its own.
      if (filled(kernel.steps) != input.name) continue;
      of = input.label.empty() ? input.name : input.label;
      if (!identifier(of)) of.clear();
    }
  }
  if (of.empty()) of = kernel.comprehension ? "numbers" : "loop";
  return request.names.fresh({of + "_by_" + by});
}

std::uint32_t place_of_kernel(const Request& request) {
  return top_statement(advisor::node_at(request.source.root(),
                                        request.candidate.loop.range))
      .range()
      .begin;
}

/// Asks all modules of the program whether they have warned (kHasWarned).
static std::string ask_all_modules(const Request& request, std::string text) {
  const std::string own = "globals().get(\"__warningregistry__\", ())";
  std::string others;
  for (const advisor::SourceFile& file : request.project.files) {
    if (file.file() == request.source.file()) continue;
    others += fmt::format("\"{}\", ", file.module());
  }
  if (others.empty() || text.find(own) == std::string::npos) return text;
  const std::string all = fmt::format(
      "max({}, *(getattr({}.modules.get(one), \"__warningregistry__\", ()) for "
      "one in ({})), key=len)",
      own, request.imports.module("sys"), others.substr(0, others.size() - 1));
  for (std::size_t at = text.find(own); at != std::string::npos;
       at = text.find(own, at + all.size())) {
    text.replace(at, own.size(), all);
  }
  return text;
}

std::string definition_text(const Request& request,
                            const std::vector<HelperLine>& lines) {
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const std::string unit = indent_unit(request.source, loop);
  std::string body;
  for (const HelperLine& line : lines) {
    if (!body.empty()) body += newline_of(request.source);
    for (int i = 0; i < line.depth; ++i) body += unit;
    body += line.text;
  }
  return ask_all_modules(request, std::move(body));
}

std::optional<advisor::Reason> refuse_builtins(
    const Request& request, const std::vector<HelperLine>& text) {
  for (std::string_view builtin : kBuiltins) {
    const bool rebound = request.names.star_import() ||
                         request.names.bound(std::string(builtin));
    if (!rebound || !uses_name(text, builtin)) continue;
    return refusal(request, "builtin-rebound",
                   "the program may have something of its own that is called "
                   "`" +
                       std::string(builtin) + "`");
  }
  return std::nullopt;
}

std::optional<advisor::Reason> refuse_names(
    const Request& request, const std::vector<HelperLine>& text,
    const std::set<std::string>& known) {
  if (auto refused = refuse_builtins(request, text)) return refused;
  const std::string written = definition_text(request, text);
  std::set<std::string> all = known;
  if (has_name(written, "__warningregistry__") &&
      request.project.files.size() > 1) {
    all.insert(request.imports.module("sys"));
  }
  const std::string unknown = unknown_name(written, all);
  if (unknown.empty()) return std::nullopt;
  return refusal(request, "not-arithmetic",
                 "`" + unknown + "` is not known where the loop is computed");
}

void put_kernel(const Request& request, const std::string& name,
                const KernelText& text, Rewrite& rewrite) {
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  rewrite.definitions.push_back(
      {place_of_kernel(request), definition_text(request, text.lines)});
  rewrite.edits =
      edits_of(request, loop, name + "(" + joined(text.parameters) + ")", text);
}

Proposal rewrite_kernel(const Request& request) {
  const Kernel& kernel = *request.candidate.kernel;
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const auto row = advisor::row_call(loop);
  if (row && !begins_line(request.source, row->statement.range().begin)) {
    return refusal(request, "one-line-block",
                   "the statement does not stand on lines of its own");
  }
  if (auto refused = refuse_two_maps(request)) return *refused;
  const std::string numpy = request.imports.module_as("numpy", "np");
  const std::string pandas =
      kernel.of_frames() ? request.imports.module_as("pandas", "pd") : "";
  const std::string name =
      kernel_name(request, kernel, kernel.of_frames() ? "columns" : "numpy");
  const std::optional<SteadyLists> steady = steady_lists(request);
  const std::string kept =
      steady ? request.names.fresh({"kept_arrays", "arrays_kept"}) : "";
  const KernelText text =
      kernel_text(kernel, name, place_of(request.candidate.loop), numpy, pandas,
                  {numpy, pandas, name}, may_map_files(request), kept,
                  steady ? steady->names : std::set<std::string>{});
  if (auto refused = refuse_names(request, text.lines, {numpy, pandas})) {
    return *refused;
  }
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  put_kernel(request, name, text, rewrite);
  rewrite.summary = "all iterations at once, by arrays";
  rewrite.array_operations = text.operations;
  rewrite.array_conversions = text.conversions;
  rewrite.array_sums_turns = text.sums_turns;
  rewrite.array_work = text.work;
  if (text.keeps) {
    const std::uint32_t begin = steady->loop.range().begin;
    rewrite.edits.push_back({{begin, begin},
                             kept + " = []" + newline_of(request.source) +
                                 indent_of(request.source, begin)});
    rewrite.statements = steady->loop.range();
    rewrite.array_work.ways -= text.steady_ways * (1 - steady->share);
  }
  return rewrite;
}

}  // namespace ppp::rewrite
