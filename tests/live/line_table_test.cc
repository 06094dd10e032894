// SPDX-License-Identifier: Apache-2.0
// The line tables of the standard library, decoded by us and by the
// interpreter itself.

#include "profiler/cpython/line_table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

// One code object a line: first line, code units, table in hex, the true line
// of every unit and, from 3.11 on, the true columns.
constexpr const char* kTruth = R"(
import dis, importlib, sys, types

def truth(code):
    units = [0] * (len(code.co_code) // 2)
    if hasattr(code, 'co_lines'):
        for begin, end, line in code.co_lines():
            for i in range(begin // 2, end // 2):
                units[i] = line or 0
        return code.co_linetable, units
    starts = list(dis.findlinestarts(code)) + [(len(code.co_code), 0)]
    for (begin, line), (end, _) in zip(starts, starts[1:]):
        for i in range(begin // 2, end // 2):
            units[i] = line
    return code.co_lnotab, units

def columns(code):
    if hasattr(code, 'co_positions'):
        for _, end_line, begin, end in code.co_positions():
            yield from (0, 0, 0) if begin is None else (begin, end_line, end)

def show(code):
    table, units = truth(code)
    print(code.co_firstlineno, len(units), table.hex() or '-', *units,
          *columns(code))
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            show(const)

for name in ['argparse', 'asyncio.base_events', 'inspect', 'json.decoder',
             'tarfile', 'typing', 'dataclasses', 'difflib']:
    path = importlib.import_module(name).__file__
    with open(path, encoding='utf-8') as f:
        show(compile(f.read(), path, 'exec'))
)";

class LiveLines : public ::testing::TestWithParam<int> {};

TEST_P(LiveLines, AgreeWithTheInterpreter) {
  const std::string python = find_python(GetParam());
  if (python.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
  const Script script(kTruth);
  auto captured = capture(system_processes(), script.command(python), 60);
  ASSERT_TRUE(captured.ok());
  ASSERT_EQ(captured->status.code, 0) << captured->err;
  const auto format = minor_of(GetParam()) <= 9 ? cpython::LineFormat::kLnotab
                      : minor_of(GetParam()) == 10
                          ? cpython::LineFormat::kDeltas
                          : cpython::LineFormat::kLocations;
  std::istringstream in(captured->out);
  int codes = 0;
  for (std::string line; std::getline(in, line); ++codes) {
    std::istringstream fields(line);
    int first = 0;
    std::size_t units = 0;
    std::string table;
    fields >> first >> units >> table;
    std::vector<int> truth;
    int number = 0;
    while (truth.size() < units && fields >> number) truth.push_back(number);
    ASSERT_EQ(cpython::decode_lines(format, from_hex(table), first, units),
              truth)
        << line;
    std::vector<Columns> columns;
    for (Columns at; fields >> at.begin >> at.end_line >> at.end;) {
      columns.push_back(at);
    }
    ASSERT_EQ(cpython::decode_columns(format, from_hex(table), first, units),
              columns)
        << line;
  }
  EXPECT_GT(codes, 500);
}

INSTANTIATE_TEST_SUITE_P(Python3, LiveLines,
                         ::testing::ValuesIn(all_versions()));

}  // namespace
}  // namespace ppp::profiler
