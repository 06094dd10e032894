// SPDX-License-Identifier: Apache-2.0
// Synchronous programs that asyncio is asked to make asynchronous: what it
// refuses, and why.
#include <gtest/gtest.h>

#include "tests/unit/rewrite/candidates.h"

namespace ppp::rewrite {
namespace {

RewriteOptions asked() {
  RewriteOptions options;
  options.strategies = {"asyncio"};
  options.allow_tested = true;
  options.aiohttp_import_s = 0.2;
  return options;
}

/// What asyncio says of the loop `for n …`, whose work is `f(n)`.
Option said(const std::string& text, const RewriteOptions& options = asked(),
            const std::string& loop = "for n ") {
  Program program(text);
  advisor::Candidate& candidate = program.add(loop);
  const std::size_t at =
      program.text().find("f(n)", candidate.loop.range.begin);
  const auto begin = static_cast<std::uint32_t>(at);
  candidate.work.expression = {begin, begin + 4};
  candidate.work.items = {"n"};
  for (Option& option :
       options_for(program.plan(), program.project(), options)) {
    if (option.strategy == "asyncio") return option;
  }
  return {};
}

std::string refused(const std::string& text) {
  const Option option = said(text);
  return option.refused ? option.refused->id : "";
}

const std::string kHead = "import time\nimport requests\n";
const std::string kSleeps = "def f(n):\n    time.sleep(1)\n";
const std::string kAsks = "def f(n):\n    return requests.get('u').text\n";
const std::string kLoop =
    "def main(xs):\n    for n in xs:\n        print(f(n))\n";
const std::string kRun = "main([1])\n";

TEST(Asynchronous, IsOfferedWhenItIsAskedFor) {
  EXPECT_EQ(refused(kHead + kSleeps + kLoop + kRun), "");
  EXPECT_EQ(refused(kHead + kAsks + kLoop + kRun), "");
  EXPECT_EQ(said(kHead + kSleeps + kLoop + kRun, {}).refused->id, "blocks");
}

TEST(Asynchronous, AnotherClientIsTestedAndChangesMoreThanTheLoop) {
  const Option sleeps = said(kHead + kSleeps + kLoop + kRun);
  EXPECT_TRUE(sleeps.whole_program);
  EXPECT_TRUE(sleeps.assumptions.empty());
  const Option asks = said(kHead + kAsks + kLoop + kRun);
  ASSERT_EQ(asks.assumptions.size(), 1U);
  EXPECT_EQ(asks.assumptions[0].id, "assumed-same-client");
  EXPECT_NE(asks.assumptions[0].message.find("`requests.get('u')` on line 4"),
            std::string::npos);
  RewriteOptions options = asked();
  options.allow_tested = false;
  EXPECT_EQ(said(kHead + kAsks + kLoop + kRun, options).refused->id,
            "not-proven");
  EXPECT_FALSE(said(kHead + kSleeps + kLoop + kRun, options).refused);
  options.allow_tested = true;
  options.aiohttp_import_s.reset();
  EXPECT_EQ(said(kHead + kAsks + kLoop + kRun, options).refused->id,
            "no-aiohttp");
}

TEST(Asynchronous, EveryUseOfAFunctionIsACallOfTheChain) {
  for (const std::string more :
       {"g = f\n", "f(0)\n", "print(globals()['f'])\n", "def g():\n    f(1)\n",
        "def g(f):\n    pass\n"}) {
    EXPECT_EQ(refused(kHead + kSleeps + kLoop + more + kRun), "call-chain")
        << more;
  }
  const std::string start = kHead + kSleeps + kLoop;
  EXPECT_EQ(refused(start), "call-chain");
  EXPECT_EQ(refused(start + kRun + kRun), "call-chain");
  EXPECT_EQ(refused(start + "g = main\n"), "call-chain");
  EXPECT_EQ(refused(start + "g = lambda: main([])\n"), "call-chain");
  EXPECT_EQ(refused(start + "class A:\n    main([])\n"), "call-chain");
  EXPECT_EQ(refused(start + "def g():\n    main([])\ng()\n"), "");
  EXPECT_EQ(refused(start + kRun + "print('f')\n"), "");
}

TEST(Asynchronous, SaysWhatStandsAroundTheLoop) {
  auto why = [](const std::string& text, const std::string& begin = "for n ") {
    const Option option = said(text, asked(), begin);
    return option.refused ? option.refused->message : "";
  };
  const std::string loop = "for n in [1]: print(f(n))\n";
  EXPECT_NE(why(kHead + kSleeps + "for k in [1]:\n    " + loop)
                .find("the loop stands in what begins on line 5"),
            std::string::npos);
  EXPECT_NE(
      why(kHead + kSleeps + "k = 1; print([f(n) for n in [1]])\n", "[f(n)")
          .find("the loop shares its line on line 5"),
      std::string::npos);
  EXPECT_NE(
      why(kHead + kSleeps + "g = lambda: [f(n) for n in [1]]\ng()\n", "[f(n)")
          .find("stands in no function"),
      std::string::npos);
  EXPECT_NE(why(kHead + kSleeps + "for n in [1]: print(f(n))")
                .find("no line ends behind the loop"),
            std::string::npos);
  EXPECT_NE(why(kHead + kSleeps +
                "class A:\n    def main(self):\n"
                "        def inner():\n"
                "            for n in [1]: f(n)\n"
                "        inner()\nA().main()\n")
                .find("`inner` around the loop is no plain function"),
            std::string::npos);
  EXPECT_NE(why(kHead +
                "import httpx\ndef f(n):\n"
                "    requests.get('u')\n    httpx.get('u')\n" +
                kLoop + kRun)
                .find("requests by requests on line 5, and by httpx"),
            std::string::npos);
}

TEST(Asynchronous, OtherFilesCountToo) {
  const std::string text = kHead + kSleeps + kLoop + kRun;
  auto with = [&](const std::string& module, const std::string& other,
                  const std::string& name = "other") {
    Program program(text);
    advisor::Candidate& candidate = program.add("for n ");
    const ByteRange work = program.find("f(n))");
    candidate.work.expression = {work.begin, work.end - 1};
    candidate.work.items = {"n"};
    advisor::Project project;
    project.files.push_back(
        advisor::SourceFile::parse("main.py", "/p/main.py", module, text));
    project.files.push_back(
        advisor::SourceFile::parse("other.py", "/p/other.py", name, other));
    for (Option& option : options_for(program.plan(), project, asked())) {
      if (option.strategy == "asyncio" && option.refused) {
        return option.refused->id;
      }
    }
    return std::string();
  };
  EXPECT_EQ(with("__main__", "x = 1\n"), "");
  EXPECT_EQ(with("main", "x = 1\n"), "call-chain");
  EXPECT_EQ(with("__main__", "x = 1\n", "time"), "blocks");
  EXPECT_EQ(with("__main__", "import main\nmain.f(1)\n"), "call-chain");
  EXPECT_EQ(with("__main__", "f(1)\n"), "call-chain");
  EXPECT_EQ(with("__main__", "import threading\n"), "not-synchronous");
}

TEST(Asynchronous, WhoRunsTheLoopIsPlainToo) {
  const std::string start = kHead + kSleeps + kLoop;
  EXPECT_EQ(refused(start + "def g():\n    yield main([])\nprint(*g())\n"),
            "call-chain");
  EXPECT_EQ(refused(start + "@g\ndef h():\n    main([])\nh()\n"), "call-chain");
  EXPECT_EQ(refused(start + "def g():\n    def h():\n        main([])\n    "
                            "h()\ng()\n"),
            "call-chain");
  EXPECT_EQ(refused(start + "print([main([1]) for _ in 'ab'])\n"), "");
}

TEST(Asynchronous, FunctionsArePlainAndDoNotComeBack) {
  auto of = [](const std::string& function) {
    return refused(kHead + function + kLoop + kRun);
  };
  EXPECT_EQ(of("def f(n):\n    time.sleep(1)\n    f(n)\n"), "call-chain");
  EXPECT_EQ(of("def f(n):\n    time.sleep(1)\n    yield n\n"), "call-chain");
  EXPECT_EQ(of(kSleeps + kSleeps), "call-chain");
  EXPECT_EQ(of("def f(n):\n    g = lambda: time.sleep(1)\n    g()\n"),
            "call-chain");
  EXPECT_EQ(of("def f(n):\n    def g():\n        time.sleep(1)\n    g()\n"),
            "call-chain");
  EXPECT_EQ(of("def f(n):\n    return f'{time.sleep(1)}'\n"), "call-chain");
  EXPECT_EQ(of("def f(n):\n    return any(time.sleep(1) for _ in 'ab')\n"),
            "call-chain");
  EXPECT_EQ(of("def f(n):\n    return [time.sleep(1) for _ in 'ab']\n"), "");
  EXPECT_EQ(of("def f(n):\n    return [[time.sleep(1) for _ in 'a'] for _ in "
               "'b']\n"),
            "call-chain");
  EXPECT_EQ(of("def f(n):\n    @time.sleep(1)\n    def g():\n        pass\n"),
            "call-chain");
  EXPECT_EQ(of("def f(n):\n    return n\n"), "blocks");
  // A loop that is run by what it runs.
  EXPECT_EQ(refused(kHead + kSleeps +
                    "def main(xs):\n    for n in xs:\n        print(f(n))\n"
                    "    g()\n"
                    "def g():\n    main([])\ng()\n"),
            "call-chain");
}

TEST(Asynchronous, ThePlaceOfTheLoopIsAFunctionOfTheScript) {
  const std::string start = kHead + kSleeps;
  EXPECT_EQ(refused(start + "class A:\n    def main(self, xs):\n        "
                            "for n in xs:\n            print(f(n))\n"),
            "call-chain");
  EXPECT_EQ(refused(start + "@g\ndef main(xs):\n    for n in xs:\n        "
                            "print(f(n))\nmain([])\n"),
            "call-chain");
}

TEST(Asynchronous, TheProgramHasNothingOfAThreadOrTask) {
  const std::string start = kHead + kSleeps + kLoop;
  for (const std::string word :
       {"_thread", "aiohttp", "anyio", "asyncio", "concurrent", "contextvars",
        "curio", "gevent", "greenlet", "multiprocessing", "signal", "threading",
        "trio"}) {
    EXPECT_EQ(refused(start + "import " + word + "\n" + kRun),
              "not-synchronous")
        << word;
  }
  for (const std::string more :
       {"async def g():\n    pass\n", "g(level=10)\n", "g(level=m.DEBUG)\n",
        "m.setLevel(1)\n", "m.fileConfig(1)\n", "m.dictConfig(1)\n",
        "m.setcontext(1)\n", "m.seterr(1)\n", "m.set_printoptions(1)\n",
        "m.settrace(1)\n", "m.setprofile(1)\n", "m.setdefaulttimeout(1)\n",
        "m.import_module('x')\n"}) {
    EXPECT_EQ(refused(start + more + kRun), "not-synchronous") << more;
  }
  EXPECT_EQ(refused(start + "m.basicConfig(level=m.INFO)\n" + kRun), "");
  EXPECT_EQ(refused(start + "it.__next__()\n" + kRun), "raises-stop-iteration");
  EXPECT_EQ(refused(start + "raise StopIteration\n" + kRun),
            "raises-stop-iteration");
  EXPECT_EQ(refused(kHead + kSleeps + kLoop + "next(xs)\n" + kRun),
            "raises-stop-iteration");
  EXPECT_EQ(refused(kHead + kSleeps + kLoop +
                    "try:\n    main([1])\nexcept KeyboardInterrupt:\n    x\n"),
            "handles-cancelling");
}

TEST(Asynchronous, APauseIsAPlainNumber) {
  auto of = [](const std::string& pause, const std::string& more = "") {
    return refused(kHead + more + "def f(n):\n    time.sleep(" + pause + ")\n" +
                   kLoop + kRun);
  };
  EXPECT_EQ(of("0.5"), "");
  EXPECT_EQ(of("PAUSE", "PAUSE = 2\n"), "");
  EXPECT_EQ(of("PAUSE", "PAUSE = 2\nPAUSE = -2\n"), "odd-pause");
  EXPECT_EQ(of("-1"), "odd-pause");
  EXPECT_EQ(of("n"), "odd-pause");
  EXPECT_EQ(of("1, 2"), "odd-pause");
  EXPECT_EQ(of("2 - 1"), "odd-pause");
  EXPECT_EQ(of("2j"), "odd-pause");
  auto backs_off = [](const std::string& loop, const std::string& pause,
                      const std::string& more = "") {
    return refused(kHead + "def f(n):\n    for i in " + loop +
                   ":\n        time.sleep(" + pause + ")\n" + more + kLoop +
                   kRun);
  };
  EXPECT_EQ(backs_off("range(5)", "0.5 * (2 ** i + 1) / 3"), "");
  EXPECT_EQ(backs_off("range(5)", "2 ** n"), "odd-pause");
  EXPECT_EQ(backs_off("range(-5, 2)", "i"), "odd-pause");
  EXPECT_EQ(backs_off("range(n)", "i"), "odd-pause");
  EXPECT_EQ(backs_off("n", "i"), "odd-pause");
  EXPECT_EQ(backs_off("range(5)", "i", "def g(i):\n    pass\n"), "odd-pause");
  EXPECT_EQ(backs_off("range(5)", "i", "range = 1\n"), "odd-pause");
}

TEST(Asynchronous, ARequestHasArgumentsThatArePassedOn) {
  auto of = [](const std::string& call) {
    return refused(kHead + "def f(n):\n    return requests." + call +
                   ".text\n" + kLoop + kRun);
  };
  EXPECT_EQ(of("get(n, params={}, headers=n, timeout=(3.05, None))"), "");
  EXPECT_EQ(of("head(n, timeout=None, allow_redirects=False)"), "");
  for (const std::string call :
       {"post(n)", "request('get', n)", "get(n, n)", "get(url=n)", "get()",
        "get(*n)", "get(n, **n)", "get(n, stream=True)", "get(n, verify=False)",
        "get(n, timeout=0)", "get(n, timeout=n)", "get(n, timeout=(1, 0))",
        "get(n, timeout=(1, 2, 3))", "get(n, allow_redirects=n)",
        "Session().get(n)", "get(m for m in n)"}) {
    EXPECT_EQ(of(call), "other-client") << call;
  }
}

TEST(Asynchronous, NobodyReadsWhatAFailureSays) {
  auto of = [](const std::string& handler) {
    return refused(kHead +
                   "def f(n):\n    try:\n        return requests.get('u')"
                   "\n    except " +
                   handler + ":\n        return 1\n" + kLoop + kRun);
  };
  EXPECT_EQ(of("requests.RequestException"), "");
  EXPECT_EQ(of("(requests.HTTPError, ValueError) as error"), "");
  EXPECT_EQ(of("requests.Timeout as error"), "other-client");
  EXPECT_EQ(of("(ValueError, OSError) as error"), "other-client");
  EXPECT_EQ(of("Exception as error"), "other-client");
  EXPECT_EQ(refused(kHead + kAsks + kLoop + "print(sys.exc_info())\n" + kRun),
            "other-client");
}

TEST(Asynchronous, WhatIsSaidOfThreadsIsSaidOfTasks) {
  const std::string text = kHead + kSleeps + kLoop + kRun;
  auto said_with = [&](const auto& change) {
    Program program(text);
    advisor::Candidate& candidate = program.add("for n ");
    const ByteRange work = program.find("f(n))");
    candidate.work.expression = {work.begin, work.end - 1};
    candidate.work.items = {"n"};
    change(candidate);
    for (Option& option :
         options_for(program.plan(), program.project(), asked())) {
      if (option.strategy == "asyncio" && option.refused) {
        return option.refused->id;
      }
    }
    return std::string();
  };
  const advisor::Reason why = {"some-id", "some text", {}};
  EXPECT_EQ(said_with([](advisor::Candidate&) {}), "");
  EXPECT_EQ(
      said_with([&](advisor::Candidate& one) { one.thread_obstacles = {why}; }),
      "some-id");
  EXPECT_EQ(
      said_with([&](advisor::Candidate& one) { one.assumptions = {why}; }),
      "unsupported-shape");
  EXPECT_EQ(said_with([&](advisor::Candidate& one) {
              one.split = {{{0, 0}, ""}};
            }),
            "unsupported-shape");
}

TEST(Asynchronous, SaysWhatIsMissing) {
  auto message = [](const std::string& text) {
    const Option option = said(kHead + text);
    return option.refused ? option.refused->message : "";
  };
  EXPECT_NE(message("def f(n):\n    return n\n" + kLoop + kRun)
                .find("calls neither requests.get() or httpx.get() nor "
                      "time.sleep()"),
            std::string::npos);
}

TEST(Asynchronous, ALoopOfTheScriptGetsAFunction) {
  const std::string loop = "for n in [1]:\n    f(n)";
  EXPECT_EQ(refused(kHead + kSleeps + loop + "\n"), "");
  EXPECT_EQ(refused(kHead + kSleeps + "if 1:\n  for n in [1]:\n    f(n)\n"),
            "");
  const std::vector<std::string> others = {
      loop, loop + "; x: int = 1\n", loop + "; print(vars())\n",
      "while f:\n  for n in [1]:\n    f(n)\n",
      "class A:\n  for n in [1]:\n    f(n)\n"};
  for (const std::string& text : others) {
    EXPECT_EQ(refused(kHead + kSleeps + text), "call-chain") << text;
  }
}

TEST(Asynchronous, LibrariesAreWhatImportsSay) {
  const std::string program = kAsks + kLoop + kRun;
  EXPECT_EQ(refused("import requests\n" + program), "");
  EXPECT_EQ(refused("import requests\nrequests = 1\n" + program), "blocks");
  EXPECT_EQ(refused("import mine as requests\n" + program), "blocks");
  EXPECT_EQ(refused("from mine import requests\n" + program), "blocks");
  EXPECT_EQ(refused("import requests\nimport mine as requests\n" + program),
            "blocks");
  EXPECT_EQ(refused("try:\n    import requests\nexcept ImportError:\n    "
                    "requests = None\n" +
                    program),
            "blocks");
}

TEST(Asynchronous, WhatWaitsBesideTheLoopStaysAsItIs) {
  Program program(kHead +
                  "def f(n):\n    return requests.get(n).text\n"
                  "def main(xs):\n"
                  "    first = requests.post('u').text\n"
                  "    for n in xs:\n"
                  "        print(f(n), requests.get('v').text)\n"
                  "        time.sleep(n)\n"
                  "    time.sleep(-1)\n"
                  "main([1])\n");
  advisor::Candidate& candidate = program.add("for n ");
  const ByteRange work = program.find("f(n), ");
  candidate.work.expression = {work.begin, work.end - 2};
  candidate.work.items = {"n"};
  const std::string after = program.after("asyncio", asked());
  for (const std::string part :
       {"first = requests.post('u').text\n", "(await task, (await request(",
        "\n    time.sleep(-1)\n", " time.sleep(n)\n", "async def f(session, n)",
        "asyncio.run(main([1]))"}) {
    EXPECT_NE(after.find(part), std::string::npos) << part << after;
  }
}

TEST(Asynchronous, WorkThatEndsWhereSomethingIsAdded) {
  const std::string main =
      "def main(xs):\n    for n in xs:\n        print(requests.head(f(n)))\n";
  EXPECT_EQ(refused(kHead + kSleeps + main + kRun), "unsupported-shape");
}

TEST(Asynchronous, ASessionNeedsLinesOfItsOwn) {
  EXPECT_EQ(refused(kHead + kAsks +
                    "def main(xs):\n    if xs: f(0)\n"
                    "    for n in xs:\n        print(f(n))\n" +
                    kRun),
            "");
  EXPECT_EQ(refused(kHead + kAsks +
                    "def main(xs):\n    f(0); xs.pop()\n"
                    "    for n in xs:\n        print(f(n))\n    f(1); f(2)\n" +
                    kRun),
            "");
  EXPECT_EQ(refused(kHead + kAsks +
                    "def main(xs):\n    xs.pop(); f(0)\n"
                    "    for n in xs:\n        print(f(n))\n" +
                    kRun),
            "no-place-for-a-session");
}

}  // namespace
}  // namespace ppp::rewrite
