// SPDX-License-Identifier: Apache-2.0
#include "rewrite/redone.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rewrite/helper_text.h"
#include "rewrite/layout.h"
#include "rewrite/worker_wrapper.h"

namespace ppp::rewrite {
namespace {

using advisor::Capture;
using advisor::GivenArrays;

/// The expression stands in the loop as it did, and all that it reads.
bool stands_alone(const LoopShape& shape) {
  return shape.expression && !shape.prelude_leaves && shape.guards.empty();
}

std::string expression_text(const Request& request, const LoopShape& shape) {
  const std::string unit = indent_unit(request.source, shape.loop);
  const std::string text =
      moved_text(request.source, shape.expression.range(),
                 indent_of(request.source, shape.work.begin) + unit + unit);
  return text.find('\n') == std::string::npos ? text : "(" + text + ")";
}

/// "`plain` = …": all arrays of `result` lie in memory as their copies will,
/// and hold numbers that come through as they are.
std::vector<HelperLine> array_test(const Request& request,
                                   const std::vector<std::string>& taken,
                                   const std::string& plain,
                                   const std::string& result) {
  const std::string numpy = request.imports.module("numpy");
  const GivenArrays given = request.candidate.work.arrays;
  const bool values = given == GivenArrays::kValues;
  const bool parts = values || given == GivenArrays::kParts;
  const std::string array = parts ? beside(taken, "array") : result;
  std::vector<std::string> tests = {
      fmt::format("type({}) is {}.ndarray", array, numpy)};
  // Two arrays of one memory would come back as two of their own.
  if (parts) tests.push_back(array + ".base is None");
  tests.insert(tests.end(), {array + ".flags.behaved", array + ".flags.forc",
                             array + ".dtype.isnative",
                             array + ".dtype.char in \"?bhilBHILefdgFDG\""});
  std::string head = plain + (parts ? " = all(" : " = (");
  if (given == GivenArrays::kPerhaps) {
    head = fmt::format("{} = not isinstance({}, {}.ndarray) or (", plain,
                       result, numpy);
  }
  std::vector<HelperLine> lines = {{1, head}};
  for (const std::string& test : tests) {
    lines.push_back(
        HelperLine{2, (&test == &tests.front() ? "" : "and ") + test});
  }
  if (parts) {
    lines.push_back(HelperLine{2, fmt::format("for {} in {}{}", array, result,
                                              values ? ".values()" : "")});
    lines.push_back(HelperLine{
        2, fmt::format("if isinstance({}, {}.ndarray)", array, numpy)});
  }
  lines.push_back(HelperLine{1, ")"});
  return lines;
}

/// Of a loop's targets that stand in the items, and are taken out in the work.
bool is_unpacked(const LoopShape& shape, const Parameters& parameters,
                 const std::string& name) {
  return !parameters.unpack.empty() &&
         std::find(shape.targets.begin(), shape.targets.end(), name) !=
             shape.targets.end();
}

/// Whatever is no regular file, such as a pipe, is left to the loop: it may not
/// give the same twice.
void ask_for_files(const Request& request, const LoopShape& shape,
                   const Parameters& parameters,
                   std::vector<HelperLine>& lines) {
  const advisor::Work& work = request.candidate.work;
  if (std::any_of(work.path_names.begin(), work.path_names.end(),
                  [&](const std::string& name) {
                    return is_unpacked(shape, parameters, name);
                  })) {
    lines.push_back(HelperLine{2, parameters.unpack});
  }
  const std::string os = request.imports.module("os");
  std::string all;
  for (const std::string& path : work.paths) {
    if (!all.empty()) all += " and ";
    all += fmt::format("{}.path.isfile({})", os, path);
  }
  if (work.paths.size() > 1) all = "(" + all + ")";
  lines.push_back(HelperLine{2, "if not " + all + ":"});
  lines.push_back(HelperLine{3, "return None, False"});
}

}  // namespace

bool can_be_redone(const Request& request, const LoopShape& shape) {
  if (stands_alone(shape)) return true;
  // A function made of the work has what is sent once in globals of the
  // workers.
  const std::vector<Capture>& captures = request.candidate.work.captures;
  return std::none_of(captures.begin(), captures.end(),
                      [](const Capture& capture) {
                        return capture.kind == Capture::Kind::kObject;
                      });
}

std::string done_here(const Request& request, const LoopShape& shape,
                      const Parameters& parameters, const Worker& worker) {
  if (stands_alone(shape)) return expression_text(request, shape);
  std::vector<std::string> given;
  for (const std::string& name : parameters_of(parameters, worker)) {
    const bool known = std::find(shape.targets.begin(), shape.targets.end(),
                                 name) != shape.targets.end();
    const bool item = !parameters.names.empty() && name == parameters.names[0];
    if (known || !item) {
      given.push_back(name);
    } else if (parameters.unpack.empty()) {
      given.emplace_back("None");  // no part of the item is read
    } else {
      const std::size_t end = parameters.unpack.rfind(" = ");
      given.push_back("(" + parameters.unpack.substr(0, end) + ")");
    }
  }
  return worker.function + "(" + joined(given) + ")";
}

std::optional<advisor::Reason> refuse_paths(const Request& request,
                                            const LoopShape& shape,
                                            const Parameters& parameters,
                                            const Worker& worker) {
  const std::vector<std::string> given = parameters_of(parameters, worker);
  const advisor::Work& work = request.candidate.work;
  // Where a worker is told an item's place, it takes the item for the call.
  const bool placed = !parameters.holder.empty();
  for (const std::string& name : work.path_names) {
    const bool global =
        !placed && std::any_of(work.captures.begin(), work.captures.end(),
                               [&](const Capture& capture) {
                                 return capture.name == name &&
                                        capture.kind == Capture::Kind::kGlobal;
                               });
    const bool known =
        global || is_unpacked(shape, parameters, name) ||
        std::find(given.begin(), given.end(), name) != given.end();
    if (known && !placed) continue;
    return advisor::Reason{
        "effect-warnings",
        "the work may warn, and a worker cannot ask before it whether `" +
            name + "` is a regular file, which could be read again",
        {request.candidate.loop.span}};
  }
  return std::nullopt;
}

void give_failures(const Request& request, const LoopShape& shape,
                   const Parameters& parameters, Worker& worker) {
  const advisor::Work& work = request.candidate.work;
  const bool arrays = work.arrays != advisor::GivenArrays::kNone;
  std::vector<std::string> taken = parameters_of(parameters, worker);
  std::vector<std::string> given = taken;
  if (!parameters.holder.empty()) {
    const std::string& item = parameters.names.front();
    std::replace(taken.begin(), taken.end(), item, parameters.place);
    std::replace(given.begin(), given.end(), item,
                 worker.holder + "[" + parameters.place + "]");
  }
  const std::string names = joined(taken);
  const std::string function =
      request.names.fresh({"try_" + base_name(worker)});
  const std::string call =
      fmt::format("{}({})", worker.function, joined(given));
  const std::string caught = beside(taken, "caught");
  const std::string result = beside(taken, "result");
  const std::string fails = work.warns ? "raises or warns" : "raises";
  const std::string summary =
      "\"\"\"Give the result and True, or None and False";
  std::vector<HelperLine> lines = {
      {0, fmt::format("def {}({}):", function, names)}};
  if (arrays || !work.paths.empty()) {
    lines.push_back(
        HelperLine{1, summary + " if the loop has to do the work.\"\"\""});
  } else {
    lines.push_back(
        HelperLine{1, fmt::format("{} if the work {}.\"\"\"", summary, fails)});
  }
  lines.push_back(HelperLine{1, "try:"});
  if (!work.paths.empty()) ask_for_files(request, shape, parameters, lines);
  if (work.warns) {
    lines.push_back(
        HelperLine{2, fmt::format("with {}.catch_warnings(record=True) as {}:",
                                  request.imports.module("warnings"), caught)});
    lines.push_back(HelperLine{3, fmt::format("{} = {}", result, call)});
  } else if (arrays) {
    lines.push_back(HelperLine{2, fmt::format("{} = {}", result, call)});
  } else {
    lines.push_back(HelperLine{2, fmt::format("return {}, True", call)});
  }
  lines.push_back(HelperLine{1, "except BaseException:"});
  lines.push_back(HelperLine{2, "return None, False"});
  std::string left = work.warns ? caught : "";
  if (arrays) {
    const std::string plain = beside(taken, "plain");
    extend(lines, array_test(request, taken, plain, result));
    left += (left.empty() ? "not " : " or not ") + plain;
  }
  if (!left.empty()) {
    lines.push_back(
        HelperLine{1, fmt::format("return (None, False) if {} else ({}, True)",
                                  left, result)});
  }
  wrap(request, shape, function, lines, worker);
}

void give_errors(const Request& request, const LoopShape& shape,
                 const Parameters& parameters, Worker& worker) {
  const std::vector<std::string> taken = parameters_of(parameters, worker);
  const std::string error = beside(taken, "error");
  const std::string newline = newline_of(request.source);
  const std::string unit = indent_unit(request.source, shape.loop);
  const std::string outer =
      indent_of(request.source, shape.statement.range().begin);
  const std::string inner = newline + outer + unit;
  const std::string function =
      request.names.fresh({"try_" + base_name(worker)});
  std::string& text = worker.nested;
  if (!text.empty()) {
    const bool module = shape.scope.is("module") && outer.empty();
    text += newline + newline + (module ? newline : "");
  }
  text += outer + fmt::format("def {}({}):", function, joined(taken));
  text += inner + "try:";
  text += inner + unit +
          fmt::format("return {}({}), None", worker.function, joined(taken));
  text += inner + fmt::format("except BaseException as {}:", error);
  text += inner + unit + fmt::format("return None, {}", error);
  worker.function = function;
}

}  // namespace ppp::rewrite
