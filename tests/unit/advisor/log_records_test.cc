// SPDX-License-Identifier: Apache-2.0
// Loops that log beside their work: what the set-up of logging allows.
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

struct Logged {
  std::string set_up;
  std::string record;
  std::string reason;  // "": a candidate for threads
};

Judged logging(const Logged& one, const std::string& work = "") {
  return judged("import logging\nimport sys\n" + one.set_up +
                    "\ndef ask(n):\n    return sum(k * n for k in range(9))\n" +
                    work +
                    "out = []\nfor i in range(9):\n    value = ask(i)\n    " +
                    one.record + "\n    out.append(value)\nprint(out)\n",
                "for i in");
}

void expect_each(const std::vector<Logged>& cases) {
  for (const Logged& one : cases) {
    const Judged found = logging(one);
    const std::string shown = one.set_up + "\n" + one.record;
    if (!one.reason.empty()) {
      EXPECT_NE(found.reasons.find(one.reason), std::string::npos)
          << shown << "\n"
          << found.reasons;
      continue;
    }
    EXPECT_TRUE(found.candidate) << shown << "\n" << found.reasons;
    if (!found.candidate) continue;
    EXPECT_EQ(lines_of(found.candidate->thread_obstacles), "") << shown;
  }
}

TEST(LogRecords, SetUpsThatWriteLines) {
  const std::string tell = "logging.info('%s', value)";
  expect_each({
      {"", tell, ""},
      {"logging.basicConfig(level=logging.INFO, format='%(asctime)s "
       "%(message)s', stream=sys.stdout)",
       tell, ""},
      {"F = '%(message)s'\nlogging.basicConfig(format=F, filename='a.log')",
       tell, ""},
      {"logging.basicConfig(handlers=[logging.StreamHandler(sys.stderr), "
       "logging.FileHandler('a.log')])",
       tell, ""},
      {"log = logging.getLogger('a')\nlog.addHandler(logging.NullHandler())",
       "log.warning('a')", ""},
      {"log: logging.Logger = logging.getLogger('a')\nlog.propagate = False",
       "logging.getLogger('b').error('a')", ""},
  });
}

TEST(LogRecords, SetUpsThatMayDoMore) {
  const std::string tell = "logging.info('%s', value)";
  const std::string odd = "sets-up-logging: ";
  expect_each({
      {"x = 'logging'", tell, odd + "`logging` is named by a text"},
      {"x = logging", tell, odd + "`logging` is used as an object"},
      {"import logging.handlers", tell, odd + "`import logging.handlers`"},
      {"from logging import info", tell, odd + "`from logging import info`"},
      {"x = logging.root", tell, odd + "`logging.root`"},
      {"x = logging.StreamHandler", tell, odd + "`logging.StreamHandler`"},
      {"F = '%(message)s'\nF = sys.argv[1]\nlogging.basicConfig(format=F)",
       tell, odd + "the format of records is computed"},
      {"logging.basicConfig(format=sys.argv[1])", tell,
       odd + "the format of records is computed"},
      {"logging.basicConfig(**{'format': sys.argv[1]})", tell,
       odd + "unknown arguments"},
      {"logging.basicConfig(stream=open('a', 'w'))", tell,
       odd + "records go to `open('a', 'w')`"},
      {"x = [logging.StreamHandler()]\nlogging.basicConfig(handlers=x)", tell,
       odd + "handlers are made elsewhere"},
      {"logging.getLogger().addFilter(print)", tell, odd + "`addFilter`"},
      {"class H:\n    level = 0\n    def handle(self, record):\n        pass\n"
       "logging.getLogger().addHandler(H())",
       tell, odd + "a `logging.Logger` is given a `H`"},
      {"import unknown_module\nunknown_module.use(logging.getLogger())", tell,
       odd + "code that is not known may change a `logging.Logger`"},
      {"import unknown_module", tell, odd + "what `unknown_module` does"},
  });
}

TEST(LogRecords, TextsThatMayNotFit) {
  const std::string unfit = "log-text: the text of the record";
  expect_each({
      {"", "logging.info(f'{value}')", ""},
      {"", "logging.info('%r %-5a 100%% %04d %.1f', 1, value, i, i)", ""},
      {"", "logging.log(logging.INFO, '%s', i)", ""},
      {"", "logging.info('%s')", ""},
      {"", "logging.info('%d', 'a')", unfit},
      {"", "logging.info('%d', float('inf'))", unfit},
      {"", "logging.info('%s', 1, 2)", unfit},
      {"", "logging.info('%(a)s', {'a': 1})", unfit},
      {"", "logging.info('%', i)", unfit},
      {"", "logging.info('%*d', 3, i)", unfit},
      {"", "logging.info(sys.argv[0], i)", unfit},
      {"", "logging.info(*[1, 2])", unfit},
  });
}

TEST(LogRecords, WhatComesOutOtherwise) {
  EXPECT_TRUE(
      logging({"logging.basicConfig(filename='a')", "logging.info('a')", ""})
          .candidate);
  const Judged file = judged(
      "import logging\nlogging.basicConfig(filename='a')\n"
      "def ask(n):\n    return open('b').read() * n\n"
      "out = []\nfor i in range(9):\n    value = ask(i)\n"
      "    logging.info('a')\n    out.append(value)\nprint(out)\n",
      "for i in");
  EXPECT_NE(file.reasons.find("effect-file-write: the loop writes a log file"),
            std::string::npos)
      << file.reasons;
  EXPECT_NE(
      logging({"x = '%(lineno)d'", "pass", ""}).reasons.find("shows-lines: "),
      std::string::npos);
  EXPECT_NE(logging({"", "logging.getLogger('a').setLevel(10)", ""})
                .reasons.find("effect-log-setup: "),
            std::string::npos);
}

std::string asked(const std::string& set_up, const std::string& client) {
  const Judged found =
      judged("import logging\nimport " + client + "\n" + set_up +
                 "\ndef ask(n):\n    return " + client +
                 ".get(f'http://a/{n}').text\n"
                 "out = []\nfor i in range(9):\n    out.append(ask(i))\n"
                 "print(out)\n",
             "for i in");
  EXPECT_TRUE(found.candidate) << set_up << found.reasons;
  return found.candidate ? lines_of(found.candidate->thread_obstacles)
                         : "declined";
}

TEST(LogRecords, LevelsOfTheProgramsOwnLoggers) {
  const std::string log = "log = logging.getLogger('a')\n";
  for (const char* set_up :
       {"log.setLevel(logging.DEBUG)",
        "logging.getLogger(__name__).setLevel(logging.DEBUG)",
        "h = logging.StreamHandler()\nh.setLevel('DEBUG')\nlog.addHandler(h)",
        "class A:\n    def __init__(self):\n"
        "        self.own = logging.getLogger('b')\n"
        "        self.own.setLevel(1)\nA()"}) {
    EXPECT_EQ(asked(log + set_up, "requests"), "") << set_up;
  }
  for (const char* set_up : {"logging.getLogger('urllib3.a').setLevel(10)",
                             "logging.getLogger('root').setLevel(10)",
                             "logging.getLogger('charset_normalizer')"
                             ".setLevel(logging.DEBUG)",
                             "log = logging.getLogger()\n"
                             "log.setLevel(10)",
                             "for log in [logging.getLogger()]:\n"
                             "    log.setLevel(10)"}) {
    EXPECT_NE(asked(log + set_up, "requests").find("logs-requests: "),
              std::string::npos)
        << set_up;
  }
}

TEST(LogRecords, LevelsAboveWhatLibrariesSay) {
  const std::string info = "logging.basicConfig(level=logging.INFO)";
  EXPECT_EQ(asked("", "requests"), "");
  EXPECT_EQ(asked(info, "requests"), "");
  EXPECT_EQ(asked("logging.basicConfig(level='WARNING')", "httpx"), "");
  for (const auto& [set_up, client] :
       std::vector<std::pair<std::string, std::string>>{
           {info, "httpx"},
           {"logging.basicConfig(level=logging.DEBUG)", "requests"},
           {"logging.getLogger().setLevel(level=10)", "requests"},
           {"f = logging.getLogger().setLevel\nf(10)", "requests"},
           {"logging.basicConfig(level=(logging.INFO if 1 else "
            "logging.DEBUG))",
            "requests"}}) {
    EXPECT_NE(asked(set_up, client).find("logs-requests: "), std::string::npos)
        << set_up;
  }
  EXPECT_NE(
      asked("import logging.config\nlogging.config.dictConfig({})", "requests")
          .find("sets-up-logging: "),
      std::string::npos);
}

}  // namespace
}  // namespace ppp::advisor
