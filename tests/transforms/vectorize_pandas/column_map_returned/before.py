from pandas import DataFrame


def scaled(frame, rate):
    return frame["a"].map(lambda x: abs(x) * rate)


print(scaled(DataFrame({"a": [1, -2, 3]}), 0.5), scaled(DataFrame({"a": [1.5]}, index=["x"]), 2))
