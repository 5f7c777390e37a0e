import type { Patch } from './harden.ts';

const NOT_SIGNED_IN = 'Chưa đăng nhập được. Hãy thử lại; nếu vẫn không được thì báo người phụ trách kỹ thuật.';

/** What is mended in Decap's clients of forges, each only where its back end is built in: see `patches.ts`. */
export const forgePatches: Patch[] = [
  {
    file: 'decap-cms-backend-forgejo/dist/esm/API.js',
    backend: 'forgejo',
    why: 'a first save that was cut off left a branch that nobody saw, and the next save wrote into it for nobody to see; and a refusal could not be told in words',
    changes: [
      [
        '    if (!branchExists && !this.useOpenAuthoring) {\n      const pr = await this.createPR(options.commitMessage, branch);',
        '    const known = branchExists ? (await this.getPullRequests("open", `${this.repoOwner}:${branch}`))[0] : undefined;\n    if (!this.useOpenAuthoring && !known?.labels.some(l => isCMSLabel(l.name, this.cmsLabelPrefix))) {\n      const pr = known ?? (await this.createPR(options.commitMessage, branch));',
      ],
      // A refusal came as a bare object: neither its number nor its words could be told.
      ['allResponses.map(res => this.parseResponse(res))', 'allResponses.map(res => this.parseResponse(res).catch(error => this.handleRequestError(error, res.status)))'],
    ],
  },
  {
    file: 'decap-cms-lib-util/dist/esm/APIError.js',
    backend: ['forgejo', 'gitlab', 'github'], // what `npm start` answers is in words already
    why: 'what a store answered was shown to editors as it came, in English and for programs; who asks for the message still gets that',
    changes: [
      [
        '    this.meta = meta;\n  }',
        `    this.meta = meta;
  }
  toString() {
    // Words of our own come through this too, when a client takes every failure for an answer.
    if (String(this.message).includes('trên máy này')) return this.message;
    const words = {
      401: 'Phiên đăng nhập đã hết. Hãy mở bàn biên tập ở một thẻ khác và đăng nhập lại',
      403: 'Kho không cho tài khoản này làm việc ấy',
      404: 'Kho không có chỗ này nữa: có thể bài vừa được đăng hoặc vừa bị bỏ',
      409: 'Ở kho vừa có thay đổi khác. Hãy thử lại',
    };
    const told = words[this.status] || (this.status >= 500 ? 'Kho bài đang gặp lỗi (' + this.status + '). Hãy thử lại sau ít phút' : 'Kho bài không nhận (' + (this.status || this.message) + ')');
    return told + '. Chữ đã viết vẫn còn nguyên trên máy này.';
  }`,
      ],
    ],
  },
  {
    file: 'decap-cms-core/dist/esm/reducers/entries.js',
    backend: ['forgejo', 'gitlab', 'github'],
    why: 'what a store answered to the question for an entry stood there as it came, in English',
    changes: [["'error'], payload.error.message);", "'error'], payload.error.name === 'API_ERROR' ? String(payload.error) : payload.error.message);"]],
  },
  {
    file: 'decap-cms-lib-auth/dist/esm/pkce-oauth.js',
    backend: ['forgejo', 'gitlab'],
    why: 'whoever came back to the address of an entry lost that address, and the desk no longer knew that a form was open',
    changes: [["    window.history.replaceState(null, '', document.location.pathname);", "    window.history.replaceState(null, '', document.location.pathname + document.location.hash);"]],
  },
  {
    file: 'decap-cms-backend-gitlab/dist/esm/API.js',
    backend: 'gitlab',
    why: 'a first save that was cut off could never be saved again; of a long board only the first hundred drafts came; what was merged was not held to what had been looked at, and its message was not ours; a draft that cannot be brought up to date was told of in English',
    changes: [
      [
        '      const items = await this.getCommitItems(files, this.branch, hasSubfolders);\n      await this.uploadAndCommit(items, {\n        commitMessage: options.commitMessage,\n        branch,\n        newBranch: true\n      });',
        `      const isThere = await this.getBranch(branch).then(() => true, error => {
        if (error.status === 404) return false;
        throw error;
      });
      const isLeft = isThere && (await this.getMergeRequests(branch)).length === 0;
      const items = await this.getCommitItems(files, isLeft ? branch : this.branch, hasSubfolders);
      await this.uploadAndCommit(items, {
        commitMessage: options.commitMessage,
        branch,
        newBranch: !isLeft
      });`,
      ],
      [
        '    const mergeRequests = await this.requestJSON({\n      url: `${this.repoURL}/merge_requests`,',
        '    const mergeRequests = [];\n    for (let page = 1, part; page === 1 || part.length === 100; page++) {\n    part = await this.requestJSON({\n      url: `${this.repoURL}/merge_requests`,',
      ],
      ["        state: 'opened',\n        labels: 'Any',", "        page,\n        state: 'opened',\n        labels: 'Any',"],
      ['          source_branch: sourceBranch\n        } : {})\n      }\n    });', '          source_branch: sourceBranch\n        } : {})\n      }\n    });\n    mergeRequests.push(...part);\n    }'],
      [
        '        merge_commit_message: MERGE_COMMIT_MESSAGE,\n        squash_commit_message: MERGE_COMMIT_MESSAGE,',
        '        sha: this.lookedAt || mergeRequest.sha,\n        merge_commit_message: mergeRequest.title,\n        squash_commit_message: mergeRequest.title,',
      ],
      ["throw new APIError('Timed out rebasing merge request', null, API_NAME);", "throw new Error('Kho bận, chưa ghép xong bản nháp với bản đã đăng mới hơn. Chữ đã viết vẫn còn nguyên trên máy này. Hãy thử lại sau ít phút.');"],
      [
        'throw new APIError(`Rebase error: ${rebase.merge_error}`, null, API_NAME);',
        "throw new Error('Chỗ này ở bản đã đăng vừa có người khác sửa, nên kho chưa ghép được bản nháp. Chữ đã viết vẫn còn nguyên trên máy này. Hãy báo người phụ trách kỹ thuật.');",
      ],
    ],
  },
  {
    file: 'decap-cms-backend-gitlab/dist/esm/implementation.js',
    backend: 'gitlab',
    why: 'a sign-in that could not be renewed was told of in English, and never tried again',
    changes: [
      ["      throw new AccessTokenError(`Can't refresh access token when using implicit auth`);", '      throw new APIError("Can\'t refresh access token when using implicit auth", 401, API_NAME);'],
      [', unsentRequest, AccessTokenError }', ', unsentRequest, APIError }'],
      [
        '      return token;\n    });\n    return this.refreshedTokenPromise;',
        '      return token;\n    }, error => {\n      this.refreshedTokenPromise = undefined;\n      throw error instanceof TypeError ? error : new APIError("Can\'t refresh access token when using implicit auth", 401, API_NAME);\n    });\n    return this.refreshedTokenPromise;',
      ],
    ],
  },
  {
    file: 'decap-cms-backend-gitlab/dist/esm/AuthenticationPage.js',
    backend: 'gitlab',
    why: 'a sign-in that failed was told of in English',
    changes: [
      [
        '      this.auth.completeAuth((err, data) => {\n        if (err) {\n          this.setState({\n            loginError: err.toString()',
        `      this.auth.completeAuth((err, data) => {\n        if (err) {\n          this.setState({\n            loginError: '${NOT_SIGNED_IN}'`,
      ],
      [
        "      scope: 'api'\n    }, (err, data) => {\n      if (err) {\n        this.setState({\n          loginError: err.toString()",
        `      scope: 'api'\n    }, (err, data) => {\n      if (err) {\n        this.setState({\n          loginError: '${NOT_SIGNED_IN}'`,
      ],
    ],
  },
  {
    file: 'decap-cms-backend-github/dist/esm/API.js',
    backend: 'github',
    why: 'what GitHub refused to merge was written onto the published branch past every rule; a first save that was cut off half way could never be saved again, and the next visitor was told of it in English; what was merged was not held to what had been looked at; all drafts were asked for twice',
    changes: [
      ['      if (error instanceof APIError && error.status === 405) {\n        return this.forceMergePR(pullrequest);\n      } else {\n        throw error;\n      }', '      throw error;'],
      ['          sha: pullrequest.head.sha,', '          sha: this.lookedAt || pullrequest.head.sha,\n          commit_title: pullrequest.title,'],
      ['          commit_message: MERGE_COMMIT_MESSAGE,', "          commit_message: '',"],
      [
        '    await this.createBranch(branchName, sha);\n    return this.createPR(commitMessage, branchName);',
        '    await this.createBranch(branchName, sha);\n    const known = (await this.getPullRequests(branchName, PullRequestState.Open, () => true))[0];\n    return known || this.createPR(commitMessage, branchName);',
      ],
      // A refusal came as a bare object: neither its number nor its words could be told.
      ['allResponses.map(res => this.parseResponse(res))', 'allResponses.map(res => this.parseResponse(res).catch(error => this.handleRequestError(error, res.status)))'],
      ['const pullRequests = await this.getPullRequests(undefined, PullRequestState.Open, pr => !pr.head.repo.fork && withoutCmsLabel(pr, this.cmsLabelPrefix));', 'const pullRequests = [];'],
    ],
  },
  {
    file: 'decap-cms-backend-github/dist/esm/implementation.js',
    backend: 'github',
    why: 'whoever signed in first was taken for everybody after, and an answer that said no for a person without a name',
    changes: [
      [
        '        const user = await res.json();\n        return {\n          ...user,',
        "        if (!res.ok) {\n          this._currentUserPromise = undefined;\n          throw Object.assign(new Error('Kho không nhận phiên đăng nhập. Hãy đăng nhập lại.'), { status: res.status });\n        }\n        const user = await res.json();\n        return {\n          ...user,",
      ],
      ['  async authenticate(state) {\n    this.token = state.token;', '  async authenticate(state) {\n    this._currentUserPromise = undefined;\n    this.token = state.token;'],
    ],
  },
  {
    file: 'decap-cms-backend-github/dist/esm/AuthenticationPage.js',
    backend: 'github',
    why: 'a sign-in that failed was told of in English',
    changes: [['          loginError: err.toString()', `          loginError: '${NOT_SIGNED_IN}'`]],
  },
];
