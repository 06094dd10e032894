import pandas as pd


def code(row):
    if row["kind"].startswith("a"):
        return row["kind"].upper() + "-" + row["place"]
    return row["place"].replace(" ", "")


def letters(text):
    return text.count("a") + len(text)


def main(frame):
    frame["code"] = frame.apply(code, axis=1)
    frame["letters"] = frame["place"].apply(letters)
    frame["short"] = frame["kind"].map(lambda kind: kind.strip()[:3])
    frame["known"] = frame["kind"].map(lambda kind: kind.strip() in ("abc", "b"))
    print(frame, frame.dtypes, sep="\n")


main(pd.DataFrame({"kind": ["abcd", " b ", "a"], "place": ["x y", "a a", ""]}, index=[3, 3, 1]))
try:
    main(pd.DataFrame({"kind": ["abcd", None], "place": ["x y", "a a"]}))
except AttributeError as error:
    print(error)
