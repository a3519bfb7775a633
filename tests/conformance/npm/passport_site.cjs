// An ordinary site with passport and its strategy `passport-vk-id`; it answers with what the strategy has found out.
const {createRequire} = require("node:module");
const packages = createRequire(`${process.cwd()}/`);
const express = packages("express"), session = packages("express-session"), passport = packages("passport");
const {Strategy} = packages("passport-vk-id");

const site = express();
site.use(session({secret: "conformance", resave: false, saveUninitialized: true}));
const listening = site.listen(0, "127.0.0.1", () => {
  const callbackURL = `http://localhost:${listening.address().port}/auth/vk/callback`;
  const strategy = new Strategy(
    {clientID: process.env.CLIENT_ID, callbackURL, scope: ["vkid.personal_info"]},
    (accessToken, refreshToken, profile, done) => done(null, {accessToken, refreshToken, profile}),
  );
  passport.use(strategy);
  const authenticated = passport.authenticate("vkid", {session: false});
  site.get("/auth/vk", authenticated);
  site.get("/auth/vk/callback", authenticated, (request, response) => response.json(request.user));
  site.get("/user", (request, response) =>
    strategy.userProfile(request.query.access_token, (error, profile) =>
      error ? response.status(502).json({error: String(error)}) : response.json(profile)));
  site.use((error, request, response, next) => response.status(502).json({error: String(error)}));
  console.log(callbackURL);
});
process.stdin.resume().on("end", () => process.exit(0));  // it goes with whoever has started it
