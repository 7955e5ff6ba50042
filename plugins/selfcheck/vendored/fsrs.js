// FSRSAlgorithm of ts-fsrs, made by `make vendored`; its licence stands beside it.
var fsrs = (() => {
  var y = Object.defineProperty;
  var R = Object.getOwnPropertyDescriptor;
  var D = Object.getOwnPropertyNames;
  var T = Object.prototype.hasOwnProperty;
  var F = (s, t) => {
    for (var e in t)
      y(s, e, { get: t[e], enumerable: !0 });
  }, H = (s, t, e, i) => {
    if (t && typeof t == "object" || typeof t == "function")
      for (let n of D(t))
        !T.call(s, n) && n !== e && y(s, n, { get: () => t[n], enumerable: !(i = R(t, n)) || i.enumerable });
    return s;
  };
  var G = (s) => H(y({}, "__esModule", { value: !0 }), s);

  // <stdin>
  var K = {};
  F(K, {
    FSRSAlgorithm: () => x
  });
  var p = class s extends Error {
    constructor(t = "FSRS Error") {
      super(t), this.name = "FSRSError", Error.captureStackTrace?.(this, s);
    }
  }, _ = class s extends p {
    constructor(t) {
      super(t), this.name = "FSRSValidationError", Error.captureStackTrace?.(this, s);
    }
  };
  var h = /* @__PURE__ */ ((s) => (s[s.Manual = 0] = "Manual", s[s.Again = 1] = "Again", s[s.Hard = 2] = "Hard", s[s.Good = 3] = "Good", s[s.Easy = 4] = "Easy", s))(h || {});
  var Q = Object.freeze([
    h.Again,
    h.Hard,
    h.Good,
    h.Easy
  ]), z = [
    {
      start: 2.5,
      end: 7,
      factor: 0.15
    },
    {
      start: 7,
      end: 20,
      factor: 0.1
    },
    {
      start: 20,
      end: 1 / 0,
      factor: 0.05
    }
  ];
  function k(s, t, e) {
    let i = 1;
    for (let a of z)
      i += a.factor * Math.max(Math.min(s, a.end) - a.start, 0);
    s = Math.min(s, e);
    let n = Math.max(2, Math.round(s - i)), r = Math.min(Math.round(s + i), e);
    return s > t && (n = Math.max(n, t + 1)), n = Math.min(n, r), { min_ivl: n, max_ivl: r };
  }
  function l(s, t, e) {
    return Math.min(Math.max(s, t), e);
  }
  function o(s, t) {
    let e = 10 ** t;
    return Math.round(s * e) / e;
  }
  var w = class {
    c;
    s0;
    s1;
    s2;
    constructor(t) {
      let e = C();
      this.c = 1, this.s0 = e(" "), this.s1 = e(" "), this.s2 = e(" "), t == null && (t = Date.now()), this.s0 -= e(t), this.s0 < 0 && (this.s0 += 1), this.s1 -= e(t), this.s1 < 0 && (this.s1 += 1), this.s2 -= e(t), this.s2 < 0 && (this.s2 += 1);
    }
    next() {
      let t = 2091639 * this.s0 + this.c * 23283064365386963e-26;
      return this.s0 = this.s1, this.s1 = this.s2, this.c = t | 0, this.s2 = t - this.c, this.s2;
    }
    set state(t) {
      this.c = t.c, this.s0 = t.s0, this.s1 = t.s1, this.s2 = t.s2;
    }
    get state() {
      return {
        c: this.c,
        s0: this.s0,
        s1: this.s1,
        s2: this.s2
      };
    }
  };
  function C() {
    let s = 4022871197;
    return function(e) {
      e = String(e);
      for (let i = 0; i < e.length; i++) {
        s += e.charCodeAt(i);
        let n = 0.02519603282416938 * s;
        s = n >>> 0, n -= s, n *= s, s = n >>> 0, n -= s, s += n * 4294967296;
      }
      return (s >>> 0) * 23283064365386963e-26;
    };
  }
  function U(s) {
    let t = new w(s), e = () => t.next();
    return e.int32 = () => t.next() * 4294967296 | 0, e.double = () => e() + (e() * 2097152 | 0) * 11102230246251565e-32, e.state = () => t.state, e.importState = (i) => (t.state = i, e), e;
  }
  var q = "5.4.2", P = 0.9, O = 36500, j = !1, m = !0, Y = Object.freeze([
    "1m",
    "10m"
  ]), W = Object.freeze([
    "10m"
  ]), tt = `v${q} using FSRS-6.0`, c = 1e-3;
  var g = 100, M = 0.5, Z = 0.1542, S = Object.freeze([
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    1e-3,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    Z
  ]), N = 2, X = (s, t = m) => [
    [c, g],
    [c, g],
    [c, g],
    [c, g],
    [1, 10],
    [1e-3, 4],
    [1e-3, 4],
    [1e-3, 0.75],
    [0, 4.5],
    [0, 0.8],
    [1e-3, 3.5],
    [1e-3, 5],
    [1e-3, 0.25],
    [1e-3, 0.9],
    [0, 4],
    [0, 1],
    [1, 6],
    [0, s],
    [0, s],
    [
      t ? 0.01 : 0,
      0.8
    ],
    [0.1, 0.8]
  ], f = (s, t, e = m) => {
    let i = X(N, e).slice(
      0,
      s.length
    );
    if (Math.max(0, t) > 1) {
      let n = l(s[11] || 0, i[11][0], i[11][1]), r = l(s[13] || 0, i[13][0], i[13][1]), a = l(s[14] || 0, i[14][0], i[14][1]), d = -(Math.log(n) + Math.log(Math.pow(2, r) - 1) + a * 0.3) / t, u = l(
        o(Math.sqrt(Math.max(d, 0)), 8),
        0.01,
        N
      );
      i[17] && (i[17] = [i[17][0], u]), i[18] && (i[18] = [i[18][0], u]);
    }
    return i.map(
      ([n, r], a) => l(s[a] || 0, n, r)
    );
  };
  var E = (s, t = 0, e = m) => {
    if (s === void 0)
      return [...S];
    switch (s.length) {
      case 21:
        return f(
          Array.from(s),
          t,
          e
        );
      case 19:
        return console.debug("[FSRS-6]auto fill w from 19 to 21 length"), f(
          Array.from(s),
          t,
          e
        ).concat([0, M]);
      case 17: {
        let i = f(
          Array.from(s),
          t,
          e
        );
        return i[4] = +(i[5] * 2 + i[4]).toFixed(8), i[5] = +(Math.log(i[5] * 3 + 1) / 3).toFixed(8), i[6] = +(i[6] + 0.5).toFixed(8), console.debug("[FSRS-6]auto fill w from 17 to 21 length"), i.concat([0, 0, 0, M]);
      }
      default:
        return console.warn("[FSRS]Invalid parameters length, using default parameters"), [...S];
    }
  }, B = (s) => {
    let t = Array.isArray(s?.learning_steps) ? s.learning_steps : Y, e = Array.isArray(s?.relearning_steps) ? s.relearning_steps : W, i = s?.enable_short_term ?? m, n = E(
      s?.w,
      e.length,
      i
    );
    return {
      request_retention: s?.request_retention || P,
      maximum_interval: s?.maximum_interval || O,
      w: n,
      enable_fuzz: s?.enable_fuzz ?? j,
      enable_short_term: i,
      learning_steps: t,
      relearning_steps: e
    };
  };
  var I = (s) => {
    let t = typeof s == "number" ? -s : -s[20], e = Math.exp(Math.pow(t, -1) * Math.log(0.9)) - 1;
    return { decay: t, factor: o(e, 8) };
  };
  function A(s, t, e) {
    let { decay: i, factor: n } = I(s);
    return o(Math.pow(1 + n * t / e, i), 8);
  }
  var x = class {
    param;
    intervalModifier;
    _seed;
    constructor(t) {
      this.param = new Proxy(
        this.prepare_parameters(t),
        this.params_handler_proxy()
      ), this.intervalModifier = this.calculate_interval_modifier(
        this.param.request_retention
      ), this.forgetting_curve = A.bind(this, this.param.w);
    }
    get interval_modifier() {
      return this.intervalModifier;
    }
    set seed(t) {
      this._seed = t;
    }
    /**
     * @see https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm#fsrs-5
     *
     * The formula used is: $$I(r,s) = (r^{\frac{1}{DECAY}} - 1) / FACTOR \times s$$
     * @param request_retention 0<request_retention<=1,Requested retention rate
     * @throws {Error} Requested retention rate should be in the range (0,1]
     */
    calculate_interval_modifier(t) {
      if (t <= 0 || t > 1)
        throw new _(
          "Requested retention rate should be in the range (0,1]"
        );
      let { decay: e, factor: i } = I(this.param.w);
      return o((Math.pow(t, 1 / e) - 1) / i, 8);
    }
    /**
     * Get the parameters of the algorithm.
     */
    get parameters() {
      return this.param;
    }
    /**
     * Set the parameters of the algorithm.
     * @param params Partial<FSRSParameters>
     */
    set parameters(t) {
      this.update_parameters(t);
    }
    params_handler_proxy() {
      let t = this;
      return {
        set: function(e, i, n) {
          return i === "request_retention" && Number.isFinite(n) ? t.intervalModifier = t.calculate_interval_modifier(
            Number(n)
          ) : i === "w" && (n = E(
            n,
            e.relearning_steps.length,
            e.enable_short_term
          ), n = f(
            Array.from(n),
            e.relearning_steps.length,
            e.enable_short_term
          ), t.forgetting_curve = A.bind(this, n), t.intervalModifier = t.calculate_interval_modifier(
            Number(e.request_retention)
          )), Reflect.set(e, i, n), !0;
        }
      };
    }
    update_parameters(t) {
      let e = this.prepare_parameters(t);
      for (let i in e) {
        let n = i;
        this.param[n] = e[n];
      }
    }
    prepare_parameters = (t) => {
      let e = B(t);
      return e.w = f(
        Array.from(e.w),
        e.relearning_steps.length,
        e.enable_short_term
      ), e;
    };
    /**
       * The formula used is :
       * $$ S_0(G) = w_{G-1}$$
       * $$S_0 = \max \lbrace S_0,0.1\rbrace $$
    
       * @param g Grade (rating at Anki) [1.again,2.hard,3.good,4.easy]
       * @return Stability (interval when R=90%)
       */
    init_stability(t) {
      return Math.max(this.param.w[t - 1], 0.1);
    }
    /**
     * The formula used is :
     * $$D_0(G) = w_4 - e^{(G-1) \cdot w_5} + 1 $$
     * $$D_0 = \min \lbrace \max \lbrace D_0(G),1 \rbrace,10 \rbrace$$
     * where the $$D_0(1)=w_4$$ when the first rating is good.
     *
     * @param {Grade} g Grade (rating at Anki) [1.again,2.hard,3.good,4.easy]
     * @return {number} Difficulty $$D \in [1,10]$$
     */
    init_difficulty(t) {
      let e = this.param.w, i = e[4] - Math.exp((t - 1) * e[5]) + 1;
      return o(i, 8);
    }
    /**
     * If fuzzing is disabled or ivl is less than 2.5, it returns the original interval.
     * @param {number} ivl - The interval to be fuzzed.
     * @param {number} elapsed_days t days since the last review
     * @return {number} - The fuzzed interval.
     **/
    apply_fuzz(t, e) {
      if (!this.param.enable_fuzz || t < 2.5) return Math.round(t);
      let n = U(this._seed)(), { min_ivl: r, max_ivl: a } = k(
        t,
        e,
        this.param.maximum_interval
      );
      return Math.floor(n * (a - r + 1) + r);
    }
    /**
     *   @see The formula used is : {@link FSRSAlgorithm.calculate_interval_modifier}
     *   @param {number} s - Stability (interval when R=90%)
     *   @param {number} elapsed_days t days since the last review
     */
    next_interval(t, e) {
      let i = Math.min(
        Math.max(1, Math.round(t * this.intervalModifier)),
        this.param.maximum_interval
      );
      return this.apply_fuzz(i, e);
    }
    /**
     * @see https://github.com/open-spaced-repetition/fsrs4anki/issues/697
     */
    linear_damping(t, e) {
      return o(t * (10 - e) / 9, 8);
    }
    /**
     * The formula used is :
     * $$\text{delta}_d = -w_6 \cdot (g - 3)$$
     * $$\text{next}_d = D + \text{linear damping}(\text{delta}_d , D)$$
     * $$D^\prime(D,R) = w_7 \cdot D_0(4) +(1 - w_7) \cdot \text{next}_d$$
     * @param {number} d Difficulty $$D \in [1,10]$$
     * @param {Grade} g Grade (rating at Anki) [1.again,2.hard,3.good,4.easy]
     * @return {number} $$\text{next}_D$$
     */
    next_difficulty(t, e) {
      let i = -this.param.w[6] * (e - 3), n = t + this.linear_damping(i, t);
      return l(
        this.mean_reversion(this.init_difficulty(h.Easy), n),
        1,
        10
      );
    }
    /**
     * The formula used is :
     * $$w_7 \cdot \text{init} +(1 - w_7) \cdot \text{current}$$
     * @param {number} init $$w_2 : D_0(3) = w_2 + (R-2) \cdot w_3= w_2$$
     * @param {number} current $$D - w_6 \cdot (R - 2)$$
     * @return {number} difficulty
     */
    mean_reversion(t, e) {
      let i = this.param.w;
      return o(i[7] * t + (1 - i[7]) * e, 8);
    }
    /**
     * The formula used is :
     * $$S^\prime_r(D,S,R,G) = S\cdot(e^{w_8}\cdot (11-D)\cdot S^{-w_9}\cdot(e^{w_{10}\cdot(1-R)}-1)\cdot w_{15}(\text{if} G=2) \cdot w_{16}(\text{if} G=4)+1)$$
     * @param {number} d Difficulty D \in [1,10]
     * @param {number} s Stability (interval when R=90%)
     * @param {number} r Retrievability (probability of recall)
     * @param {Grade} g Grade (Rating[0.again,1.hard,2.good,3.easy])
     * @return {number} S^\prime_r new stability after recall
     */
    next_recall_stability(t, e, i, n) {
      let r = this.param.w, a = h.Hard === n ? r[15] : 1, d = h.Easy === n ? r[16] : 1;
      return o(
        l(
          e * (1 + Math.exp(r[8]) * (11 - t) * Math.pow(e, -r[9]) * (Math.exp((1 - i) * r[10]) - 1) * a * d),
          c,
          36500
        ),
        8
      );
    }
    /**
     * The formula used is :
     * $$S^\prime_f(D,S,R) = w_{11}\cdot D^{-w_{12}}\cdot ((S+1)^{w_{13}}-1) \cdot e^{w_{14}\cdot(1-R)}$$
     * enable_short_term = true : $$S^\prime_f \in \min \lbrace \max \lbrace S^\prime_f,0.01\rbrace, \frac{S}{e^{w_{17} \cdot w_{18}}} \rbrace$$
     * enable_short_term = false : $$S^\prime_f \in \min \lbrace \max \lbrace S^\prime_f,0.01\rbrace, S \rbrace$$
     * @param {number} d Difficulty D \in [1,10]
     * @param {number} s Stability (interval when R=90%)
     * @param {number} r Retrievability (probability of recall)
     * @return {number} S^\prime_f new stability after forgetting
     */
    next_forget_stability(t, e, i) {
      let n = this.param.w;
      return o(
        l(
          n[11] * Math.pow(t, -n[12]) * (Math.pow(e + 1, n[13]) - 1) * Math.exp((1 - i) * n[14]),
          c,
          36500
        ),
        8
      );
    }
    /**
     * The formula used is :
     * $$S^\prime_s(S,G) = S \cdot e^{w_{17} \cdot (G-3+w_{18})}$$
     * @param {number} s Stability (interval when R=90%)
     * @param {Grade} g Grade (Rating[0.again,1.hard,2.good,3.easy])
     */
    next_short_term_stability(t, e) {
      let i = this.param.w, n = Math.pow(t, -i[19]) * Math.exp(i[17] * (e - 3 + i[18])), r = e >= h.Hard ? Math.max(n, 1) : n;
      return o(l(t * r, c, 36500), 8);
    }
    /**
     * The formula used is :
     * $$R(t,S) = (1 + \text{FACTOR} \times \frac{t}{9 \cdot S})^{\text{DECAY}}$$
     * @param {number} elapsed_days t days since the last review
     * @param {number} stability Stability (interval when R=90%)
     * @return {number} r Retrievability (probability of recall)
     */
    forgetting_curve;
    /**
     * Calculates the next state of memory based on the current state, time elapsed, and grade.
     *
     * @param memory_state - The current state of memory, which can be null.
     * @param t - The time elapsed since the last review.
     * @param {Rating} g Grade (Rating[0.Manual,1.Again,2.Hard,3.Good,4.Easy])
     * @param r - Optional retrievability value. If not provided, it will be calculated.
     * @returns The next state of memory with updated difficulty and stability.
     */
    next_state(t, e, i, n) {
      let { difficulty: r, stability: a } = t ?? {
        difficulty: 0,
        stability: 0
      };
      if (e < 0)
        throw new _(`Invalid delta_t "${e}"`);
      if (i < 0 || i > 4)
        throw new _(`Invalid grade "${i}"`);
      if (r === 0 && a === 0)
        return {
          difficulty: l(this.init_difficulty(i), 1, 10),
          stability: this.init_stability(i)
        };
      if (i === 0)
        return {
          difficulty: r,
          stability: a
        };
      if (r < 1 || a < c)
        throw new _(
          `Invalid memory state { difficulty: ${r}, stability: ${a} }`
        );
      let d = this.param.w;
      n = typeof n == "number" ? n : this.forgetting_curve(e, a);
      let u;
      if (e === 0 && this.param.enable_short_term)
        u = this.next_short_term_stability(a, i);
      else if (i === 1) {
        let L = this.next_forget_stability(r, a, n), [v, b] = [0, 0];
        this.param.enable_short_term && (v = d[17], b = d[18]);
        let $ = a / Math.exp(v * b);
        u = l(o($, 8), c, L);
      } else
        u = this.next_recall_stability(r, a, n, i);
      return { difficulty: this.next_difficulty(r, i), stability: u };
    }
  };
  return G(K);
})();
/* istanbul ignore next -- @preserve */
