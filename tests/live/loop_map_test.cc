// SPDX-License-Identifier: Apache-2.0
// Our reading of the standard library's bytecode: every loop is found, and no
// two ways to an instruction disagree about the stack.

#include "profiler/cpython/loop_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

// One code object a line: bytecode and exception table in hex, then for every
// FOR_ITER its code unit and that of the first instruction behind the loop.
constexpr const char* kCodes = R"(
import dis, importlib, sys, types

UNIT = 2

def show(code):
    loops = []
    for i in dis.get_instructions(code):
        if i.opname == 'FOR_ITER':
            loops += [i.offset // UNIT, i.argval // UNIT]
    table = getattr(code, 'co_exceptiontable', b'')
    print(code.co_name.replace(' ', ''), code.co_code.hex(),
          table.hex() or '-', *loops)
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            show(const)

for name in ['argparse', 'asyncio.base_events', 'inspect', 'json.decoder',
             'tarfile', 'typing', 'dataclasses', 'difflib', 'subprocess',
             'collections', 'email.message', 'http.client', 'logging',
             'os', 'pickle', 'zipfile', 'turtle', 'statistics', 'ast']:
    path = importlib.import_module(name).__file__ if name != 'turtle' else (
        importlib.util.find_spec('turtle').origin)
    with open(path, encoding='utf-8') as f:
        show(compile(f.read(), path, 'exec'))
)";

bool runs(const cpython::LoopMap& map, std::size_t unit, std::size_t loop) {
  const auto running = map.at(unit);
  return std::any_of(running.begin(), running.end(), [&](const auto& one) {
    return map.units()[static_cast<std::size_t>(one.loop)] == loop;
  });
}

class LiveLoops : public ::testing::TestWithParam<int> {};

TEST_P(LiveLoops, AreFoundInTheStandardLibrary) {
  const std::string python = find_python(GetParam());
  if (python.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
  const Script script(kCodes);
  auto captured = capture(system_processes(), script.command(python), 60);
  ASSERT_TRUE(captured.ok());
  ASSERT_EQ(captured->status.code, 0) << captured->err;
  // From 3.12 on the iterator is left to the instructions behind the loop.
  const std::size_t behind = minor_of(GetParam()) >= 13   ? 2
                             : minor_of(GetParam()) == 12 ? 1
                                                          : 0;
  std::istringstream in(captured->out);
  int loops = 0, unknown = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string name, code, table;
    fields >> name >> code >> table;
    const auto map = cpython::map_loops(minor_of(GetParam()), from_hex(code),
                                        from_hex(table));
    std::size_t begin = 0, end = 0;
    for (std::size_t i = 0; fields >> begin >> end; ++i) {
      ++loops;
      if (map.at(begin).empty()) {
        ++unknown;
        continue;
      }
      ASSERT_LT(i, map.units().size()) << name;
      EXPECT_EQ(map.units()[i], begin) << name;
      EXPECT_TRUE(runs(map, begin, begin)) << name;
      EXPECT_FALSE(runs(map, end + behind, begin)) << name;
    }
  }
  EXPECT_GT(loops, 300);
  EXPECT_EQ(unknown, 0);
}

INSTANTIATE_TEST_SUITE_P(Python3, LiveLoops,
                         ::testing::ValuesIn(all_versions()));

}  // namespace
}  // namespace ppp::profiler
