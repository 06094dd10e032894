import pandas as pd


def main(frame):
    frame["kind"] = frame["b"].apply(lambda b: "low" if b < 1 else "middle" if b < 10 else "high")
    print(frame, frame.dtypes, sep="\n")


main(pd.DataFrame({"a": [1, -2, 3], "b": [0.5, float("nan"), 20.0]}))
main(pd.DataFrame({"a": [1, -2, 3], "b": [0, 5, 20]}, index=[5, 5, 6]))
main(pd.DataFrame({"a": [], "b": []}))
