window.SelfCheck.define({
  type: "estimate",
  grade({ percent }, [share, within]) {
    const correct = Math.abs(Number(percent) - share) <= within;
    return { correct, score: Number(correct) };
  },
});
